package sqlite

func onServer(string) bool { return false }
