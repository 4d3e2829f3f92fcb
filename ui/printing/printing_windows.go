package printing

import (
	"context"
	"errors"
	"fmt"

	"golang.org/x/sys/windows"
)

func printers(context.Context) ([]string, error) { return nil, nil }

// noProgram is what Windows says where no program prints files of that sort (SE_ERR_NOASSOC).
const noProgram = windows.Errno(31)

// send has the program that shows PDFs print the file on the usual printer: Windows prints no PDF by itself.
func send(ctx context.Context, file, _ string, copies int) error {
	verb, err := windows.UTF16PtrFromString("print")
	if err != nil {
		return err
	}
	path, err := windows.UTF16PtrFromString(file)
	if err != nil {
		return err
	}
	for range max(copies, 1) {
		if err := ctx.Err(); err != nil {
			return err
		}
		err := windows.ShellExecute(0, verb, path, nil, nil, windows.SW_HIDE)
		if errors.Is(err, noProgram) || errors.Is(err, windows.ERROR_NO_ASSOCIATION) {
			return ErrNone
		}
		if err != nil {
			return fmt.Errorf("print %s: %w", file, err)
		}
	}
	return nil
}
