package automation

import (
	"hash/crc32"
	"sync/atomic"
	"testing"
)

// #region bench

var (
	payload = make([]byte, 256)
	sum     atomic.Uint32
)

func apply(task *Task) {
	sum.Add(crc32.ChecksumIEEE(task.Payload))
}

func BenchmarkPlain(b *testing.B) { // want allocs/op == 4
	system := StartPlain(2, apply)
	for range b.N {
		system.Submit("valve", payload)
	}
	system.Close()
}

func BenchmarkSystem(b *testing.B) { // want allocs/op == 0
	system := Start(2, apply)
	for range b.N {
		system.Submit("valve", payload)
	}
	system.Close()
}

// #endregion bench
