package search

import (
	"errors"
	"io"
)

var errEmpty = errors.New("search: empty word")

// #region fixed

// maxWord is the longest word whose window needs no allocation.
const maxWord = 64

// Count does what CountRead does. Its window is part of its
// frame, unless the word is longer than maxWord.
func Count(stream io.ByteReader, word string) (int, error) {
	if word == "" {
		return 0, errEmpty
	}
	if len(word) > maxWord {
		return count(stream, word, make([]byte, len(word)))
	}
	var buffer [maxWord]byte
	return count(stream, word, buffer[:len(word)])
}

// #endregion fixed

// ignoreEnd turns the end of the stream, which is no error for a search, into nil.
func ignoreEnd(err error) error {
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		return nil
	}
	return err
}
