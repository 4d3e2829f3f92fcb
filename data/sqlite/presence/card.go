package presence

import (
	"bytes"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

const (
	cardVersion = 1

	// cardSize is the size of every card, in bytes. It is written over the old one in one call. Whoever reads meanwhile sees the new
	// text up to some byte and the old one from there, or the other way about; never more than one seam, as both go through it once.
	cardSize = 4096

	// The longest names that a card holds, in bytes. With every byte escaped they still fit.
	longName  = 200
	longLabel = 400
	longID    = 100
)

// errCard is that a file is no card of this version, or was read while it was written.
var errCard = errors.New("this is no card of somebody who has the office open")

// card is what a client says of itself. The nonce is the first and the last thing in it, so that a card with a seam is known by its
// two nonces.
type card struct {
	Version int       `json:"version"`
	Nonce   string    `json:"nonce"`
	Run     string    `json:"run"` // one joining: a client that crashed and joined again has another
	Name    string    `json:"name"`
	Machine string    `json:"machine"`
	Joined  time.Time `json:"joined"`
	At      Where     `json:"at"`
	Holding bool      `json:"holding"`
	Broken  *culprit  `json:"broken,omitempty"` // locks are not honoured here
	Again   string    `json:"again"`            // the nonce
}

// culprit is the one whose computer showed that locks are not honoured.
type culprit struct {
	Client  string `json:"client"`
	Name    string `json:"name"`
	Machine string `json:"machine"`
}

func (c card) person(client string) Person {
	return Person{Client: client, Name: c.Name, Machine: c.Machine, Joined: c.Joined, At: c.At, Holding: c.Holding}
}

// encode is the card as it is written, cardSize bytes of it.
func (c card) encode() ([]byte, error) {
	c = c.clean()
	c.Version, c.Again = cardVersion, c.Nonce
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(c); err != nil {
		return nil, fmt.Errorf("write the card of %s: %w", c.Name, err)
	}
	if b.Len() > cardSize {
		return nil, fmt.Errorf("the card of %s would take %d bytes", c.Name, b.Len())
	}
	return append(b.Bytes(), bytes.Repeat([]byte{' '}, cardSize-b.Len())...), nil
}

// decode reads a card. What is no card, or is one of a program that writes them otherwise, is errCard.
func decode(b []byte) (card, error) {
	var c card
	if len(b) != cardSize {
		return card{}, fmt.Errorf("%w: it has %d bytes", errCard, len(b))
	}
	if err := json.Unmarshal(b, &c); err != nil {
		return card{}, fmt.Errorf("%w: %w", errCard, err)
	}
	if c.Version != cardVersion || c.Nonce == "" || c.Nonce != c.Again || c.Run == "" {
		return card{}, errCard
	}
	return c.clean(), nil
}

// clean makes every text of the card one that fits and has nothing in it that a line on a screen could not show.
func (c card) clean() card {
	c.Nonce, c.Again, c.Run = clip(c.Nonce, longID), clip(c.Again, longID), clip(c.Run, longID)
	c.Name, c.Machine = clip(c.Name, longName), clip(c.Machine, longName)
	c.At.Kind, c.At.Record, c.At.Label = clip(c.At.Kind, longID), clip(c.At.Record, longID), clip(c.At.Label, longLabel)
	c.Joined = c.Joined.UTC()
	if y := c.Joined.Year(); y < 0 || y > 9999 { // which JSON cannot say
		c.Joined = time.Time{}
	}
	if c.Broken != nil {
		c.Broken = &culprit{clip(c.Broken.Client, longID), clip(c.Broken.Name, longName), clip(c.Broken.Machine, longName)}
	}
	return c
}

func clip(s string, most int) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "?"))
	if len(s) <= most {
		return s
	}
	for most > 0 && !utf8.RuneStart(s[most]) {
		most--
	}
	return s[:most]
}

// random is a new nonce; it is letters and digits, and may be the name of a file.
func random() string { return strings.ToLower(rand.Text()) }
