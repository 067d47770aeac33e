package live

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
)

// A Site is a line of package main that allocated, as a heap profile tells it.
type Site struct {
	Function, Line             string
	InUseObjects, AllocObjects int
	InUseBytes, AllocBytes     int
}

// An entry begins with its four numbers. Below it stand its frames, innermost first.
var entry = regexp.MustCompile(`(?m)^(\d+): (\d+) \[(\d+): (\d+)\] @.*\n#\t\S+\tmain\.(\S+)\+\S+\s+\S+/(\S+)`)

// Sites returns the lines of a heap profile, as /debug/pprof/heap?debug=1 has it, in order.
// Lines that only called what allocated are not among them.
func Sites(profile string) []Site {
	var sites []Site
	for _, m := range entry.FindAllStringSubmatch(profile, -1) {
		at := slices.IndexFunc(sites, func(s Site) bool { return s.Line == m[6] })
		if at < 0 {
			at = len(sites)
			sites = append(sites, Site{Function: m[5], Line: m[6]})
		}
		for i, sum := range []*int{&sites[at].InUseObjects, &sites[at].InUseBytes, &sites[at].AllocObjects, &sites[at].AllocBytes} {
			n, _ := strconv.Atoi(m[i+1]) // digits, says the pattern
			*sum += n
		}
	}
	slices.SortFunc(sites, func(a, b Site) int { return cmp.Compare(a.Line, b.Line) })
	return sites
}
