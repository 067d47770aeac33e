package memprofile

import (
	"runtime"
	"testing"
)

var kept, dropped []byte

//go:noinline
func record() {
	dropped = make([]byte, 4096)
	kept = make([]byte, 8192)
}

func TestLines(t *testing.T) {
	rate := runtime.MemProfileRate
	runtime.MemProfileRate = 1
	defer func() { runtime.MemProfileRate = rate }()
	record()
	dropped = nil

	lines := Lines("memprofile.record")
	if len(lines) != 2 {
		t.Fatalf("got %d lines, want 2: %+v", len(lines), lines)
	}
	if first := lines[0]; first.AllocBytes != 4096 || first.InUseObjects != 0 {
		t.Errorf("first line: got %+v, want 4096 bytes, of which none are in use", first)
	}
	if second := lines[1]; second.AllocObjects != 1 || second.InUseBytes != 8192 {
		t.Errorf("second line: got %+v, want one object of 8192 bytes in use", second)
	}
	if none := Lines("memprofile.nothing"); none != nil {
		t.Errorf("got %+v of a function that is not there", none)
	}
}
