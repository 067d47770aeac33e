package search

import (
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
)

// finds are the versions of the function, by name. Each returns the offsets.
var finds = map[string]func(io.Reader, string) ([]int64, error){
	"FindAll":    func(r io.Reader, word string) ([]int64, error) { return pointed(FindAll(r, word)) },
	"FindBytes":  func(r io.Reader, word string) ([]int64, error) { return pointed(FindBytes(r, word)) },
	"FindValues": func(r io.Reader, word string) ([]int64, error) { return offsets(FindValues(r, word)) },
	"Finder": func(r io.Reader, word string) ([]int64, error) {
		finder, err := NewFinder(word)
		if err != nil {
			return nil, err
		}
		return offsets(finder.AppendAll(nil, r))
	},
}

func TestFind(t *testing.T) {
	long := strings.Repeat(line, 40)
	tests := []struct {
		name, stream, word string
		want               []int64
	}{
		{"nothing to read", "", "paid", nil},
		{"stream shorter than the word", "pa", "paid", nil},
		{"the word alone", "paid", "paid", []int64{0}},
		{"one byte", "a-b-c", "-", []int64{1, 3}},
		{"overlaps", "aaaa", "aa", []int64{0, 1, 2}},
		{"at the end", "order paid", "paid", []int64{6}},
		{"across chunks", strings.Repeat("x", 62) + "paid", "a", []int64{63}},
		{"in a log", long, traceparent, lineOffsets(40)},
	}
	readers := map[string]func(io.Reader) io.Reader{
		"whole": func(r io.Reader) io.Reader { return r },
		"half":  iotest.HalfReader,
		"bytes": iotest.OneByteReader,
		"early": iotest.DataErrReader,
	}
	for name, find := range finds {
		for _, test := range tests {
			for reads, reader := range readers {
				t.Run(name+"/"+test.name+"/"+reads, func(t *testing.T) {
					got, err := find(reader(strings.NewReader(test.stream)), test.word)
					if err != nil || !slices.Equal(got, test.want) {
						t.Errorf("got %v, %v; want %v", got, err, test.want)
					}
				})
			}
		}
		t.Run(name+"/errors", func(t *testing.T) {
			if _, err := find(strings.NewReader(line), ""); err != errEmpty {
				t.Errorf("got error %v, want %v", err, errEmpty)
			}
			if _, err := find(iotest.TimeoutReader(iotest.OneByteReader(strings.NewReader(line))), "paid"); err != iotest.ErrTimeout {
				t.Errorf("got error %v, want %v", err, iotest.ErrTimeout)
			}
		})
	}
}

// lineOffsets is where the word stands in so many lines.
func lineOffsets(lines int) (all []int64) {
	for i := range lines {
		all = append(all, int64(i*len(line)+strings.Index(line, traceparent)))
	}
	return all
}

func pointed(matches []*Match, err error) (all []int64, _ error) {
	for _, match := range matches {
		all = append(all, match.Offset)
	}
	return all, err
}

func offsets(matches []Match, err error) (all []int64, _ error) {
	for _, match := range matches {
		all = append(all, match.Offset)
	}
	return all, err
}
