package search

import (
	"bytes"
	"io"
)

// #region finder

// A Finder finds one word in many streams, one after the other.
type Finder struct {
	word, buffer []byte
}

// NewFinder returns a Finder for word, which must not be empty.
func NewFinder(word string) (*Finder, error) {
	if word == "" {
		return nil, errEmpty
	}
	buffer := make([]byte, 64*len(word))
	return &Finder{[]byte(word), buffer}, nil
}

// AppendAll appends to matches where the word occurs in stream.
// It must not be called concurrently.
func (f *Finder) AppendAll(
	matches []Match, stream io.Reader,
) ([]Match, error) {
	start, kept := int64(0), 0
	for chunk := 0; ; chunk++ {
		n, err := stream.Read(f.buffer[kept:])
		text := f.buffer[:kept+n]
		at := bytes.Index(text, f.word)
		for at >= 0 {
			match := Match{Offset: start + int64(at), Chunk: chunk}
			matches = append(matches, match)
			at = indexBytes(text, f.word, at+1)
		}
		if err != nil {
			return matches, ignoreEnd(err)
		}
		begun := min(len(f.word)-1, len(text))
		copy(f.buffer, text[len(text)-begun:])
		start, kept = start+int64(len(text)-begun), begun
	}
}

// #endregion finder
