package search

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

// A span of a trace, as it stands in log lines and in HTTP headers: 55 bytes.
const traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"

const line = `2026-03-01T09:30:00Z INFO checkout paid order=8841 ` + traceparent + ` took=41ms` + "\n"

// searches are the versions of the function, by name.
var searches = map[string]func(*strings.Reader, string) (int, error){
	"CountRead":     func(r *strings.Reader, word string) (int, error) { return CountRead(r, word) },
	"CountReadByte": func(r *strings.Reader, word string) (int, error) { return CountReadByte(r, word) },
	"Count":         func(r *strings.Reader, word string) (int, error) { return Count(r, word) },
	"Searcher": func(r *strings.Reader, word string) (int, error) {
		searcher, err := NewSearcher(word)
		if err != nil {
			return 0, err
		}
		return searcher.Count(r)
	},
}

func TestCount(t *testing.T) {
	long := strings.Repeat("x", maxWord+1)
	tests := []struct {
		name, stream, word string
		want               int
	}{
		{"nothing to read", "", "paid", 0},
		{"stream shorter than the word", "pa", "paid", 0},
		{"the word alone", "paid", "paid", 1},
		{"one byte", "a-b-c", "-", 2},
		{"overlaps", "aaaa", "aa", 3},
		{"at the end", "order paid", "paid", 1},
		{"nearly", "paipaid", "paid", 1},
		{"in a log", line + line, traceparent, 2},
		{"longer than the buffer", long + long, long, maxWord + 2},
	}
	for name, search := range searches {
		for _, test := range tests {
			t.Run(name+"/"+test.name, func(t *testing.T) {
				got, err := search(strings.NewReader(test.stream), test.word)
				if err != nil || got != test.want {
					t.Errorf("got %d, %v; want %d", got, err, test.want)
				}
			})
		}
		t.Run(name+"/empty word", func(t *testing.T) {
			if _, err := search(strings.NewReader(line), ""); err != errEmpty {
				t.Errorf("got error %v, want %v", err, errEmpty)
			}
		})
	}
}

func TestCountReturnsReadErrors(t *testing.T) {
	broken := errors.New("connection reset")
	stream := iotest.ErrReader(broken)
	if _, err := CountRead(stream, "paid"); err != broken {
		t.Errorf("CountRead: got error %v, want %v", err, broken)
	}
	for _, search := range []func(io.ByteReader, string) (int, error){CountReadByte, Count} {
		if _, err := search(brokenByteReader{broken}, "paid"); err != broken {
			t.Errorf("got error %v, want %v", err, broken)
		}
	}
}

func TestSearcherStartsAfresh(t *testing.T) {
	searcher, err := NewSearcher("paid")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		stream string
		want   int
	}{{"paid", 1}, {"", 0}, {"id", 0}, {"paid paid", 2}} {
		if got, err := searcher.Count(strings.NewReader(test.stream)); err != nil || got != test.want {
			t.Errorf("Count(%q) = %d, %v; want %d", test.stream, got, err, test.want)
		}
	}
}

type brokenByteReader struct{ err error }

func (r brokenByteReader) ReadByte() (byte, error) { return 0, r.err }
