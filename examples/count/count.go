// Package count takes the runtime's counters of memory before and after some work.
// The guide uses it to show which of the differences can be trusted.
package count

import (
	"fmt"
	"runtime"
)

// #region around

// A Difference is by how much the runtime's counters rose.
type Difference struct {
	HeapObjects, Mallocs, Bytes int64
}

// Around reads the counters before and after work.
func Around(work func()) Difference {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	work()
	runtime.ReadMemStats(&after)
	return Difference{
		HeapObjects: int64(after.HeapObjects - before.HeapObjects),
		Mallocs:     int64(after.Mallocs - before.Mallocs),
		Bytes:       int64(after.TotalAlloc - before.TotalAlloc),
	}
}

// #endregion around

// Print prints the difference.
func (d Difference) Print() {
	fmt.Println("HeapObjects:", d.HeapObjects)
	fmt.Println("Mallocs:", d.Mallocs)
	fmt.Println("TotalAlloc:", d.Bytes, "bytes")
}

// PrintThousands prints the objects in thousands, cut, for work during which
// the runtime allocates a little for itself.
func (d Difference) PrintThousands() {
	fmt.Println("HeapObjects:", d.HeapObjects/1000, "thousand")
	fmt.Println("Mallocs:", d.Mallocs/1000, "thousand")
}
