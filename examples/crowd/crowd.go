// Package crowd starts many goroutines that wait, and asks the runtime how much stack they have.
package crowd

import "runtime"

// Size is the number of goroutines in a crowd.
const Size = 1000

// A Crowd is a number of goroutines that wait until they may leave.
type Crowd struct{ arrived, leave chan bool }

// #region gather

// Gather starts a crowd whose goroutines wait below so many calls, and returns how many KiB of stack
// each of them has got.
func Gather(calls int) (Crowd, int) {
	crowd := Crowd{arrived: make(chan bool), leave: make(chan bool)}
	before := stacks()
	for range Size {
		go crowd.wait(calls)
	}
	for range Size {
		<-crowd.arrived
	}
	const kib = 1024 * Size
	return crowd, int(stacks()-before+kib/2) / kib
}

//go:noinline
func (crowd Crowd) wait(calls int) {
	if calls > 0 {
		crowd.wait(calls - 1)
		return
	}
	crowd.arrived <- true
	<-crowd.leave
}

func stacks() uint64 {
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return stats.StackInuse
}

// #endregion gather

// Leave lets the goroutines of the crowd end, and waits until they have.
func (crowd Crowd) Leave() {
	rest := runtime.NumGoroutine() - Size
	close(crowd.leave)
	for runtime.NumGoroutine() > rest {
		runtime.Gosched()
	}
}
