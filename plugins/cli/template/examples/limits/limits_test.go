package limits

import "testing"

// #region bench

func BenchmarkPointer(b *testing.B) {
	for b.Loop() {
		New(100)
	}
}

func BenchmarkValue(b *testing.B) {
	for b.Loop() {
		Of(100)
	}
}

// #endregion bench
