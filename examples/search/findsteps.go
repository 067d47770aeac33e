package search

import (
	"bytes"
	"io"
)

// FindBytes does what FindAll does. It searches the bytes themselves.
func FindBytes(stream io.Reader, word string) ([]*Match, error) {
	if word == "" {
		return nil, errEmpty
	}
	buffer := make([]byte, 64*len(word)) // want heap
	var matches []*Match
	start, kept := int64(0), 0
	for chunk := 0; ; chunk++ {
		// #region bytes
		n, err := stream.Read(buffer[kept:])
		text := buffer[:kept+n]
		at := bytes.Index(text, []byte(word)) // want bounded
		for at >= 0 {
			match := &Match{Offset: start + int64(at), Chunk: chunk} // want heap
			matches = append(matches, match)                         // want grows
			at = indexBytes(text, []byte(word), at+1)                // want bounded
		}
		// #endregion bytes
		if err != nil {
			return matches, ignoreEnd(err)
		}
		// At the end of the text a word may have begun.
		begun := min(len(word)-1, len(text))
		copy(buffer, text[len(text)-begun:])
		start, kept = start+int64(len(text)-begun), begun
	}
}

// #region values

// FindValues does what FindBytes does. It converts the word once,
// and its matches are values.
func FindValues(stream io.Reader, word string) ([]Match, error) {
	if word == "" {
		return nil, errEmpty
	}
	buffer := make([]byte, 64*len(word)) // want heap
	sought := []byte(word)               // want bounded
	var matches []Match
	// The buffer begins at start, and kept bytes are in it.
	start, kept := int64(0), 0
	for chunk := 0; ; chunk++ {
		n, err := stream.Read(buffer[kept:])
		text := buffer[:kept+n]
		at := bytes.Index(text, sought)
		for at >= 0 {
			match := Match{Offset: start + int64(at), Chunk: chunk}
			matches = append(matches, match) // want grows
			at = indexBytes(text, sought, at+1)
		}
		if err != nil {
			return matches, ignoreEnd(err)
		}
		// At the end of the text a word may have begun.
		begun := min(len(word)-1, len(text))
		copy(buffer, text[len(text)-begun:])
		start, kept = start+int64(len(text)-begun), begun
	}
}

// #endregion values

// indexBytes is bytes.Index, from a place on.
func indexBytes(text, word []byte, from int) int {
	if at := bytes.Index(text[from:], word); at >= 0 {
		return from + at
	}
	return -1
}
