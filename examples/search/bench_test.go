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
