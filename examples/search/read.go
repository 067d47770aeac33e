package search

import "io"

// #region read

// CountRead returns how often word occurs in stream.
func CountRead(stream io.Reader, word string) (int, error) {
	if word == "" {
		return 0, errEmpty
	}
	window := make([]byte, len(word)) // want heap
	for read, found := 0, 0; ; read++ {
		next := read % len(window)
		if _, err := io.ReadFull(stream, window[next:next+1]); err != nil {
			return found, ignoreEnd(err)
		}
		if read+1 >= len(word) && holds(window, next, word) {
			found++
		}
	}
}

// #endregion read

// #region holds

// holds reports whether the ring spells word. Its newest
// byte is at index newest.
func holds(ring []byte, newest int, word string) bool {
	at := newest
	for i := range len(word) {
		if at++; at == len(ring) {
			at = 0
		}
		if ring[at] != word[i] {
			return false
		}
	}
	return true
}

// #endregion holds
