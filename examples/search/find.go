package search

import (
	"io"
	"strings"
)

// #region match

// A Match is one place where a word was found.
type Match struct {
	Offset int64 // in the stream
	Chunk  int   // which read brought it
}

// #endregion match

// #region find

// FindAll returns where word occurs in stream.
func FindAll(stream io.Reader, word string) ([]*Match, error) {
	if word == "" {
		return nil, errEmpty
	}
	buffer := make([]byte, 64*len(word)) // want heap
	var matches []*Match
	// The buffer begins at start, and kept bytes are in it.
	start, kept := int64(0), 0
	for chunk := 0; ; chunk++ {
		n, err := stream.Read(buffer[kept:])
		text := string(buffer[:kept+n]) // want bounded
		at := strings.Index(text, word)
		for at >= 0 {
			match := &Match{Offset: start + int64(at), Chunk: chunk} // want heap
			matches = append(matches, match)                         // want grows
			at = indexFrom(text, word, at+1)
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

// #endregion find

// indexFrom is strings.Index, from a place on.
func indexFrom(text, word string, from int) int {
	if at := strings.Index(text[from:], word); at >= 0 {
		return from + at
	}
	return -1
}
