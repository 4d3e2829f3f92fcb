package sqlite

func onServer(string) bool       { return false }
func refusedPlace(string) string { return "" }
