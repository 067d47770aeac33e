package search

import (
	"strings"
	"testing"
)

// #region bench

func BenchmarkCountRead(b *testing.B) {
	stream := strings.NewReader(line)
	for b.Loop() {
		stream.Reset(line)
		CountRead(stream, traceparent)
	}
}

// #endregion bench

// #region bench-others

func BenchmarkCountReadByte(b *testing.B) {
	stream := strings.NewReader(line)
	for b.Loop() {
		stream.Reset(line)
		CountReadByte(stream, traceparent)
	}
}

func BenchmarkCount(b *testing.B) {
	stream := strings.NewReader(line)
	for b.Loop() {
		stream.Reset(line)
		Count(stream, traceparent)
	}
}

// #endregion bench-others

// #region bench-long

// A word for which Count's buffer is too small.
var longWord = strings.Repeat(traceparent, 2)

func BenchmarkCountLong(b *testing.B) {
	stream := strings.NewReader(line)
	for b.Loop() {
		stream.Reset(line)
		Count(stream, longWord)
	}
}

func BenchmarkSearcherLong(b *testing.B) {
	stream := strings.NewReader(line)
	searcher, err := NewSearcher(longWord)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		stream.Reset(line)
		searcher.Count(stream)
	}
}

// #endregion bench-long
