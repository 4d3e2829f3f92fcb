package reports

import (
	"almoner/data"
	"almoner/reports/document"
)

// specification is a service specification as it stands in another paper, its title a heading of the given level.
func specification(s *data.Specification, level int) []document.Block {
	blocks := []document.Block{document.Heading{Level: level, Text: document.Text(s.Title)}}
	below := level + 1
	if s.ScheduleLabel != "" {
		blocks = append(blocks, document.Heading{Level: below, Text: document.Text(s.ScheduleLabel)})
		below++
	}
	return append(blocks, document.Markdown(s.Body, below)...)
}
