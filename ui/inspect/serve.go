//go:build windowtest

package inspect

import (
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"image/png"
	"log/slog"
	"net"
	"net/http"
	"os"
	"time"

	"fyne.io/fyne/v2"

	"almoner/ui/inspect/tree"
)

// Serve answers a window test on a loopback address, which it writes to the file
// named in the environment variable AddressFile once the window's loop is
// running: /tree is what is visible, /shot a picture.
func Serve(w fyne.Window) {
	file := os.Getenv(AddressFile)
	if file == "" {
		return
	}
	go func() {
		if err := serve(w, file); err != nil {
			slog.Error("window test", "error", err)
		}
	}()
}

func serve(w fyne.Window, file string) error {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return fmt.Errorf("listen for the window test: %w", err)
	}
	fyne.DoAndWait(func() {}) // returns once the loop runs: before that there is nothing to see
	if err := writeWhole(file, listener.Addr().String()); err != nil {
		return errors.Join(err, listener.Close())
	}
	server := &http.Server{Handler: handler(w), ReadHeaderTimeout: 5 * time.Second}
	return server.Serve(listener)
}

// writeWhole makes the file appear with its whole content, because the test
// polls for it.
func writeWhole(file, content string) error {
	part := file + ".part"
	if err := os.WriteFile(part, []byte(content), 0o600); err != nil {
		return fmt.Errorf("write the window test's address: %w", err)
	}
	if err := os.Rename(part, file); err != nil {
		return fmt.Errorf("write the window test's address: %w", err)
	}
	return nil
}

func handler(w fyne.Window) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /tree", func(rw http.ResponseWriter, _ *http.Request) {
		var seen tree.Window
		fyne.DoAndWait(func() { seen = look(w) })
		answer(rw, json.NewEncoder(rw).Encode(seen))
	})
	mux.HandleFunc("GET /shot", func(rw http.ResponseWriter, _ *http.Request) {
		var picture image.Image
		fyne.DoAndWait(func() { picture = w.Canvas().Capture() })
		rw.Header().Set("Content-Type", "image/png")
		answer(rw, png.Encode(rw, picture))
	})
	return mux
}

// answer says what went wrong, if anything did and the headers are not sent yet.
func answer(rw http.ResponseWriter, err error) {
	if err == nil {
		return
	}
	http.Error(rw, err.Error(), http.StatusInternalServerError)
}
