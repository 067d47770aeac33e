package shelf

import "testing"

func BenchmarkNew(b *testing.B) {
	var item *Item
	for b.Loop() {
		item = New("tea")
	}
	_ = item
}
