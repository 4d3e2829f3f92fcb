package sqlite

import whereabouts "almoner/data/sqlite/place"

// onServer reports whether a file lies on another computer, whose clients remember for a while what they have seen of it.
func onServer(path string) bool { return whereabouts.Examine(path).Sort == whereabouts.Share }

// refusedPlace is why nothing may be saved to a file where it lies, in a sentence: in a folder that is copied to and fro between
// computers. It is empty for other places.
func refusedPlace(path string) string { return whereabouts.Examine(path).Refusal(path) }
