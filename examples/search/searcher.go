package search

import "io"

// #region searcher

// A Searcher counts one word in many streams, one after the other.
type Searcher struct {
	word   string
	window []byte
}

// NewSearcher returns a Searcher for word, which must not be empty.
func NewSearcher(word string) (*Searcher, error) {
	if word == "" {
		return nil, errEmpty
	}
	return &Searcher{word: word, window: make([]byte, len(word))}, nil
}

// Count returns how often the word occurs in stream. It must not be called concurrently.
func (s *Searcher) Count(stream io.ByteReader) (int, error) {
	return count(stream, s.word, s.window)
}

// #endregion searcher
