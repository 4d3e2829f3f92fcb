package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"almoner/data"
)

// away is a folder in which nothing is known of offices.
func away(t *testing.T) string {
	t.Helper()
	return "--folder=" + t.TempDir()
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	b, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, b, 0o600); err != nil {
		t.Fatal(err)
	}
}

func title(t *testing.T, office string) string {
	t.Helper()
	_, after, _ := strings.Cut(must(t, "show", office, "g1", "--kind", "grants"), "Grant: ")
	name, _, _ := strings.Cut(after, "\n")
	return name
}

func TestAnOfficeIsBackedUpListedAndRestored(t *testing.T) {
	office, folder := quay(t), away(t)
	path := strings.TrimSpace(must(t, "backup", office))
	if filepath.Dir(path) != office+".backups" {
		t.Errorf("it is %s", path)
	}
	change(t, office, "g1", func(g *data.Grant) { g.Title = "Outreach by night" })
	elsewhere := t.TempDir()
	var row backupRow
	if err := json.Unmarshal([]byte(must(t, "backup", office, "-o", elsewhere, "--json")), &row); err != nil || filepath.Dir(row.Path) != elsewhere || row.Size == 0 || row.Change == 0 {
		t.Errorf("%+v, %v", row, err)
	}
	if out := must(t, "backups", office, "--check", folder); !strings.HasPrefix(out, "made\tchange\tsize\twhere\tbefore\tsound\tpath\n") || !strings.Contains(out, "beside the file\t\tsound\t"+path) || strings.Count(out, "\n") != 2 {
		t.Errorf("the backups:\n%s", out)
	}
	code, _, said := ctl(t, 0, "restore", office, filepath.Base(path), folder)
	if code != exitDone || !strings.Contains(said, "Colleagues who have it open follow by themselves.") || !strings.Contains(said, "before restoring.almoner") {
		t.Errorf("%d %s", code, said)
	}
	if got := title(t, office); got != "Outreach" {
		t.Errorf("the grant is called %q", got)
	}
	var restored restoredRow
	if err := json.Unmarshal([]byte(must(t, "restore", office, row.Path, folder, "--json")), &restored); err != nil || restored.Epoch != 3 || restored.Change != row.Change || restored.Kept == "" {
		t.Errorf("%+v, %v", restored, err)
	}
	if got := title(t, office); got != "Outreach by night" {
		t.Errorf("the grant is called %q", got)
	}
	must(t, "check", office)
	for name, c := range map[string]struct {
		args []string
		code int
		says string
	}{
		"no backup":      {[]string{"restore", office, "nothing.almoner", folder}, exitNotFound, "There is no backup “nothing.almoner”"},
		"no path":        {[]string{"restore", office, filepath.Join(elsewhere, "nothing.almoner"), folder}, exitFailed, "There is no file “nothing.almoner”"},
		"another office": {[]string{"restore", office, quay(t), folder}, exitFailed, "holds another office"},
		"no folder":      {[]string{"backup", office, "-o", filepath.Join(elsewhere, "nowhere")}, exitFailed, "There is no folder “nowhere”"},
	} {
		if code, out, said := ctl(t, 0, c.args...); code != c.code || !strings.Contains(said, c.says) || out != "" || strings.Count(said, "\n") != 1 {
			t.Errorf("%s: %d %s%s", name, code, out, said)
		}
	}
}

func TestABackupThatIsNotSoundIsSaidToBe(t *testing.T) {
	office := quay(t)
	path := strings.TrimSpace(must(t, "backup", office))
	if out := must(t, "check", path); !strings.Contains(out, "is sound") {
		t.Errorf("the check says %s", out)
	}
	if err := os.Truncate(path, row(t, path)-2000); err != nil {
		t.Fatal(err)
	}
	if code, out, _ := ctl(t, 0, "check", path); code != exitUnsound || !strings.Contains(out, "is cut off") {
		t.Errorf("%d %s", code, out)
	}
	if code, out, _ := ctl(t, 0, "backups", office, "--check", away(t)); code != exitUnsound || !strings.Contains(out, "is cut off") {
		t.Errorf("%d %s", code, out)
	}
	if left, err := os.ReadDir(filepath.Dir(path)); err != nil || len(left) != 1 {
		t.Errorf("beside it lie %v now, %v", left, err)
	}
}

func row(t *testing.T, path string) int64 {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info.Size()
}

func TestRecoverShowsWhatThereIsAndDoesIt(t *testing.T) {
	office, folder := quay(t), away(t)
	if out := must(t, "recover", office, folder); !strings.Contains(out, "There is nothing to be done.") || strings.Contains(out, "To do so") {
		t.Errorf("of a sound office:\n%s", out)
	}
	change(t, office, "g1", func(g *data.Grant) { g.Title = "Outreach by night" })
	must(t, "backup", office)
	if err := os.Truncate(office, 4096*3); err != nil {
		t.Fatal(err)
	}
	out := must(t, "recover", office, folder)
	if !strings.Contains(out, "is cut off") || !strings.Contains(out, "Restore it from the backup “") || !strings.Contains(out, "1. The backup “") || !strings.Contains(out, "--from 1") {
		t.Errorf("the plan:\n%s", out)
	}
	var plan planRow
	if err := json.Unmarshal([]byte(must(t, "recover", office, folder, "--json")), &plan); err != nil || plan.From != 1 || plan.Advice != "restore" || len(plan.Sources) != 2 || !plan.Sources[0].Sound || plan.Sources[1].Sound {
		t.Errorf("%+v, %v", plan, err)
	}
	if code, _, said := ctl(t, 0, "recover", office, folder, "--from", "7"); code != exitNotFound || !strings.Contains(said, "There is no source “7”") {
		t.Errorf("%d %s", code, said)
	}
	if code, _, said := ctl(t, 0, "recover", office, folder, "--bring-back"); code != exitUsage || !strings.Contains(said, "Say with --from") {
		t.Errorf("%d %s", code, said)
	}
	must(t, "recover", office, folder, "--from", "1")
	if got := title(t, office); got != "Outreach by night" {
		t.Errorf("the grant is called %q", got)
	}
	must(t, "check", office)
}

func TestWhatAnOlderFileLacksIsBroughtBackFromACopy(t *testing.T) {
	office, folder := quay(t), away(t)
	older := filepath.Join(t.TempDir(), "older.almoner")
	copyFile(t, office, older)
	change(t, office, "g1", func(g *data.Grant) { g.Title = "Outreach by night" })
	change(t, office, "g1", func(g *data.Grant) { g.Purpose = "Being there" })
	aside := filepath.Join(filepath.Dir(office), "Quay - Copy.almoner")
	copyFile(t, office, aside)
	copyFile(t, older, office)
	change(t, office, "g1", func(g *data.Grant) { g.Purpose = "Something else" })
	if out := must(t, "copies", office, folder); !strings.Contains(out, "it holds 2 changes that the office lacks, and lacks 1 change") || !strings.Contains(out, "grant “Outreach by night”") {
		t.Errorf("the copies:\n%s", out)
	}
	var copies struct{ Copies []copyRow }
	if err := json.Unmarshal([]byte(must(t, "copies", office, folder, "--json")), &copies); err != nil || len(copies.Copies) != 1 || len(copies.Copies[0].There) != 2 {
		t.Errorf("%+v, %v", copies, err)
	}
	if out := must(t, "recover", office, folder); !strings.Contains(out, "--bring-back") {
		t.Errorf("the plan:\n%s", out)
	}
	code, out, said := ctl(t, 0, "recover", office, folder, "--bring-back")
	if code != exitFailed || !strings.Contains(said, "1 change was brought back") || !strings.Contains(out, "“Purpose” was made something else since by Ben Cole.") {
		t.Errorf("%d %s%s", code, said, out)
	}
	if got := title(t, office); got != "Outreach by night" {
		t.Errorf("the grant is called %q", got)
	}
	must(t, "check", office)
}

func TestThisComputersFolderIsOneAlmonerKnows(t *testing.T) {
	if f := deskFolder(); !strings.HasSuffix(f, filepath.Join("almoner", "offices")) || !filepath.IsAbs(f) {
		t.Error(f)
	}
	if o := (desk{Folder: filepath.Join(t.TempDir(), "not there")}).options(terminal{}); o.Folder != "" {
		t.Errorf("a folder that is not there would be made: %s", o.Folder)
	}
}
