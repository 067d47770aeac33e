// Package memprofile lets a program read its own memory profile, line by line.
package memprofile

import (
	"cmp"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// #region lines

// A Line is what one line of a function allocated, and what of it is still in use.
type Line struct {
	File                       string
	Number                     int
	AllocObjects, InUseObjects int64
	AllocBytes, InUseBytes     int64
}

// Lines returns the lines of a function that allocated, in order.
// The function is named as in a profile, such as "main.record".
// Only what the runtime sampled is in the result, and nothing is scaled.
func Lines(function string) []Line {
	runtime.GC() // a profile reaches up to the last collection
	runtime.GC()
	var lines []Line
	for _, site := range records() {
		frame, found := frameOf(function, site.Stack())
		if !found {
			continue
		}
		file := filepath.Base(frame.File)
		at := slices.IndexFunc(lines, func(l Line) bool { return l.File == file && l.Number == frame.Line })
		if at < 0 {
			at = len(lines)
			lines = append(lines, Line{File: file, Number: frame.Line})
		}
		lines[at].AllocObjects += site.AllocObjects
		lines[at].AllocBytes += site.AllocBytes
		lines[at].InUseObjects += site.InUseObjects()
		lines[at].InUseBytes += site.InUseBytes()
	}
	slices.SortFunc(lines, func(a, b Line) int { return cmp.Compare(a.Number, b.Number) })
	return lines
}

// #endregion lines

// records returns every record of the profile.
func records() []runtime.MemProfileRecord {
	for size := 100; ; size *= 2 {
		all := make([]runtime.MemProfileRecord, size)
		if n, ok := runtime.MemProfile(all, true); ok {
			return all[:n]
		}
	}
}

// frameOf returns the innermost frame of the function in a stack.
func frameOf(function string, stack []uintptr) (runtime.Frame, bool) {
	frames := runtime.CallersFrames(stack)
	for {
		frame, more := frames.Next()
		if frame.Function == function || strings.HasSuffix(frame.Function, "/"+function) {
			return frame, true
		}
		if !more {
			return runtime.Frame{}, false
		}
	}
}
