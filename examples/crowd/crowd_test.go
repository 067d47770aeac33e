package crowd

import "testing"

func TestGather(t *testing.T) {
	shallow, few := Gather(0)
	defer shallow.Leave()
	deep, many := Gather(200)
	defer deep.Leave()
	if few < 1 || many < 2*few {
		t.Errorf("%d KiB for goroutines that wait at once, %d KiB below 200 calls", few, many)
	}
}
