/** The name of the file that is laid over a package. It sorts last, so that its `init` comes last. */
export const PROBE = 'zz_escapement_probe.go';

/**
 * Reports what a program did with memory when it returns from `main` or calls `os.Exit`. The hook is that of
 * Go's own coverage (internal/runtime/exithook, since Go 1.23); a panic or a signal does not come by there.
 *
 * The report is a line with the bytes of all stacks, at the start and at most, then the profile.
 */
export const PROBE_SOURCE = `package main

import (
	"fmt"
	"os"
	"runtime"
	"runtime/metrics"
	"runtime/pprof"
	"time"
	_ "unsafe"
)

type escapementHook struct {
	F            func()
	RunOnFailure bool
}

//go:linkname escapementOnExit internal/runtime/exithook.Add
func escapementOnExit(escapementHook)

func escapementStacks() uint64 {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/stacks:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

func init() {
	report := os.Getenv("ESCAPEMENT_REPORT")
	os.Unsetenv("ESCAPEMENT_REPORT")
	start := escapementStacks()
	peak := start
	ask, told := make(chan bool), make(chan bool)
	go func() {
		every := time.NewTicker(time.Millisecond)
		for {
			select {
			case <-every.C:
				peak = max(peak, escapementStacks())
			case <-ask:
				told <- true
				return
			}
		}
	}()
	escapementOnExit(escapementHook{RunOnFailure: true, F: func() {
		ask <- true
		<-told
		peak = max(peak, escapementStacks())
		file, err := os.OpenFile(report, os.O_WRONLY, 0)
		if err != nil {
			panic(err)
		}
		runtime.GC() // a profile reaches up to the last collection
		fmt.Fprintln(file, start, peak)
		pprof.Lookup("allocs").WriteTo(file, 0)
		file.Close()
	}})
}
`;
