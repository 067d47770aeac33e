package config

import "testing"

// #region bench

func BenchmarkParsePointers(b *testing.B) {
	for b.Loop() {
		ParsePointers(service)
	}
}

func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		Parse(service)
	}
}

func BenchmarkAppend(b *testing.B) {
	settings := make([]Setting, 0, 16)
	for b.Loop() {
		settings = Append(settings[:0], service)
	}
}

// #endregion bench
