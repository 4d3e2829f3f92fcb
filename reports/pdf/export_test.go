package pdf

// The two halves of Render, so that a test can put something between them.
var (
	Paint = paint
	Tag   = tag
)
