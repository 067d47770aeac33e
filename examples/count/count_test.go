package count

import "testing"

var sessions [1000]*[4]int64

func TestAroundCountsWhatIsKept(t *testing.T) {
	got := Around(func() {
		for i := range sessions {
			sessions[i] = new([4]int64)
		}
	})
	if got.Mallocs < 1000 || got.Bytes < 32_000 {
		t.Errorf("%d mallocs of %d bytes, want at least 1000 of 32000", got.Mallocs, got.Bytes)
	}
}

func TestAroundMakesNothingItself(t *testing.T) {
	if allocs := testing.AllocsPerRun(100, func() { Around(func() {}) }); allocs != 0 {
		t.Errorf("Around allocates %v times a call, want 0", allocs)
	}
}

func ExampleDifference_Print() {
	Difference{HeapObjects: -3, Mallocs: 10, Bytes: 240}.Print()
	// Output:
	// HeapObjects: -3
	// Mallocs: 10
	// TotalAlloc: 240 bytes
}

func ExampleDifference_PrintThousands() {
	Difference{HeapObjects: 127, Mallocs: 10_007}.PrintThousands()
	// Output:
	// HeapObjects: 0 thousand
	// Mallocs: 10 thousand
}
