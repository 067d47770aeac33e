package live

import (
	"net/http"
	"slices"
	"testing"
)

func TestServe(t *testing.T) {
	handler := http.NewServeMux()
	handler.HandleFunc("/health", func(w http.ResponseWriter, _ *http.Request) { w.Write([]byte("well")) })
	address := Serve(handler)
	if got := Get(address + "/health"); got != "well" {
		t.Errorf("got %q, want well", got)
	}
	if _, status := Fetch(address + "/debug/pprof/"); status != http.StatusNotFound {
		t.Errorf("got status %d of what is not served, want 404", status)
	}
}

func TestSites(t *testing.T) {
	profile := "heap profile: 3: 48 [9: 144] @ heap/2\n" +
		"1: 16 [3: 48] @ 0x48 0x49\n" +
		"#\t0x47\tmain.login+0x1b\t\t/srv/shop/main.go:22\n" +
		"#\t0x48\tnet/http.serve+0x2b\t/go/src/net/http/server.go:2\n\n" +
		"0: 0 [1: 16] @ 0x48 0x50\n" +
		"#\t0x47\tmain.login+0x1c\t\t/srv/shop/main.go:22\n\n" +
		"2: 32 [2: 32] @ 0x48\n" +
		"#\t0x47\tstrings.Clone+0x1c\t/go/src/strings/clone.go:22\n" +
		"#\t0x48\tmain.login+0x1c\t\t/srv/shop/main.go:23\n"
	want := []Site{{Function: "login", Line: "main.go:22", InUseObjects: 1, InUseBytes: 16, AllocObjects: 4, AllocBytes: 64}}
	if got := Sites(profile); !slices.Equal(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}
