package search

import (
	"strings"
	"testing"
)

// #region bench

// A log of a thousand lines, with the word in each of them.
var log = strings.Repeat(line, 1000)

func BenchmarkFindAll(b *testing.B) {
	stream := strings.NewReader(log)
	for b.Loop() {
		stream.Reset(log)
		FindAll(stream, traceparent)
	}
}

// #endregion bench

func BenchmarkFindBytes(b *testing.B) {
	stream := strings.NewReader(log)
	for b.Loop() {
		stream.Reset(log)
		FindBytes(stream, traceparent)
	}
}

func BenchmarkFindValues(b *testing.B) {
	stream := strings.NewReader(log)
	for b.Loop() {
		stream.Reset(log)
		FindValues(stream, traceparent)
	}
}

// #region bench-finder

func BenchmarkFinder(b *testing.B) {
	stream := strings.NewReader(log)
	finder, err := NewFinder(traceparent)
	if err != nil {
		b.Fatal(err)
	}
	matches := make([]Match, 0, 1000)
	for b.Loop() {
		stream.Reset(log)
		matches, _ = finder.AppendAll(matches[:0], stream)
	}
}

// #endregion bench-finder
