package search

import "io"

// #region readbyte

// CountReadByte does what CountRead does. The stream never
// sees its window.
func CountReadByte(stream io.ByteReader, word string) (int, error) {
	if word == "" {
		return 0, errEmpty
	}
	return count(stream, word, make([]byte, len(word)))
}

// #endregion readbyte

// #region count

func count(stream io.ByteReader, word string, window []byte) (int, error) {
	for read, found := 0, 0; ; read++ {
		next := read % len(window)
		b, err := stream.ReadByte()
		if err != nil {
			return found, ignoreEnd(err)
		}
		window[next] = b
		if read+1 >= len(word) && holds(window, next, word) {
			found++
		}
	}
}

// #endregion count
