package data

import (
	"bytes"
	stdjson "encoding/json"
	"fmt"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// The standard library's decoder drops keys that it does not know and cannot say where it stood; this one names key and place. It
// is the library that is to become encoding/json/v2.

// Unmarshal reads a value of the portable form strictly: a key that is not known, or is there twice, is an error that says where.
func Unmarshal(b []byte, v any) error {
	return json.Unmarshal(b, v, json.RejectUnknownMembers(true), jsontext.AllowInvalidUTF8(false))
}

// unmarshalStrict reads an object inside a value that reads itself; the place is said by whoever reads the whole.
func unmarshalStrict(b []byte, v any) error {
	d := stdjson.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		return fmt.Errorf("%s", strings.TrimPrefix(err.Error(), "json: "))
	}
	return nil
}

// marshal writes a value without escaping & < > as if it stood in a web page.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	e := stdjson.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimRight(b.Bytes(), "\n"), nil
}
