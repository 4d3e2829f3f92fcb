package data

import (
	"slices"
	"strings"
	"testing"
)

func TestWhatCanBeDeletedTogetherAndWhatHasToStay(t *testing.T) {
	old := &Specification{Stamp: Stamp{ID: "old"}, Title: "Old"}
	later := &Specification{Stamp: Stamp{ID: "new"}, Title: "New", Supersedes: "old"}
	last := &Specification{Stamp: Stamp{ID: "last"}, Title: "Last", Supersedes: "new"}
	free := &Specification{Stamp: Stamp{ID: "free"}, Title: "Free"}
	reg := NewRegister(old, later, last, free, &Attachment{Stamp: Stamp{ID: "file"}, Name: "Last.pdf", Of: "last"})
	gone, stay := reg.Deletable([]Record{old, later, free})
	if len(gone) != 1 || gone[0] != Record(free) || len(stay) != 2 {
		t.Errorf("%v can go, %v has to stay", gone, stay)
	}
	for _, s := range stay { // what stays keeps what it points to
		if want := map[ID]string{"new": "“Last”", "old": "“New”"}[s.Record.Stamped().ID]; want == "" || !strings.HasSuffix(s.Why.Error(), want) {
			t.Errorf("%s stays: %v", s.Record.Label(), s.Why)
		}
	}
	if _, stay = reg.Deletable([]Record{last}); len(stay) != 1 || !strings.Contains(stay[0].Why.Error(), "the file “Last.pdf”") {
		t.Errorf("with its file, it stays: %v", stay)
	}
	reg.Remove(KindAttachment, "file")
	if gone, stay = reg.Deletable([]Record{old, later, last, free}); len(gone) != 4 || len(stay) != 0 {
		t.Errorf("together, %v can go and %v has to stay", gone, stay)
	}
	sent := &FOIRequest{Stamp: Stamp{ID: "r"}, Reference: "FOI/1", Status: Responded}
	if gone, stay = reg.Deletable([]Record{sent, free}); len(gone) != 1 || len(stay) != 1 || !strings.Contains(stay[0].Why.Error(), "the public may ask for it") {
		t.Errorf("%v can go, %v has to stay", gone, stay)
	}
}

func TestFilesGoWithTheirRecordsAndStayWithThem(t *testing.T) {
	gone := &Specification{Stamp: Stamp{ID: "gone"}, Title: "Gone"}
	stays := &Specification{Stamp: Stamp{ID: "stays"}, Title: "Stays"}
	shown := &Specification{Stamp: Stamp{ID: "shown"}, Title: "Shown"}
	reg := NewRegister(gone, stays, shown, &Specification{Stamp: Stamp{ID: "later"}, Title: "Later", Supersedes: "stays"},
		&Attachment{Stamp: Stamp{ID: "a"}, Name: "A.pdf", Of: "gone"}, &Attachment{Stamp: Stamp{ID: "b"}, Name: "B.pdf", Of: "stays"},
		&Attachment{Stamp: Stamp{ID: "c"}, Name: "C.pdf", Of: "shown"},
		&Decision{Stamp: Stamp{ID: "d"}, Title: "Notice", Attachments: []Enclosure{{Label: "The specification", File: "c"}}},
	)
	free, files, stay := reg.DeletableWithFiles([]Record{gone, stays, shown})
	if len(free) != 1 || free[0] != Record(gone) || len(files) != 1 || files[0].Stamped().ID != "a" {
		t.Errorf("%v can go, with %v", free, files)
	}
	if len(stay) != 2 || stay[0].Record.Label()+stay[1].Record.Label() != "StaysShown" {
		t.Errorf("%v has to stay", stay)
	}
}

func TestFilesThatWentWithTheirRecordAreBroughtBackWithIt(t *testing.T) {
	file := func(sequence int64, save string, id, owner ID) Change {
		return Change{Sequence: sequence, Operation: save, Kind: KindAttachment, Record: id, Fields: []FieldChange{{Path: "of", Before: []byte(`"` + owner + `"`)}}}
	}
	grants := func(sequence int64, save string, id ID) Change {
		return Change{Sequence: sequence, Operation: save, Kind: KindGrant, Record: id}
	}
	gone, files := WithFilesGone([]Change{
		grants(1, "a/1", "g1"), file(2, "a/2", "f1", "g1"), file(3, "a/3", "f2", "g2"), grants(4, "b", "g2"), file(5, "c", "alone", "g3"),
	})
	var left []int64
	for _, c := range gone {
		left = append(left, c.Sequence)
	}
	if !slices.Equal(left, []int64{1, 3, 4, 5}) || len(files) != 1 || len(files["g1"]) != 1 || files["g1"][0].Sequence != 2 {
		t.Errorf("listed are %v, with their records go %+v", left, files)
	}
}
