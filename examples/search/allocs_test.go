package search

import (
	"strings"
	"testing"
)

// #region allocs
func TestCountAllocatesNothing(t *testing.T) {
	stream := strings.NewReader(line)
	allocs := testing.AllocsPerRun(100, func() {
		stream.Reset(line)
		Count(stream, traceparent)
	})
	if allocs != 0 {
		t.Errorf("Count allocates %v times a call, want 0", allocs)
	}
}

// #endregion allocs
