package config

import (
	"slices"
	"testing"
)

const service = `# checkout
host=checkout.internal
port=8443
timeout=30s
retries=3
log.level=info
log.format=json
cache.size=4096
cache.ttl=15m
pool.min=4
pool.max=64
tls.cert=/etc/checkout/cert.pem
tls.key=/etc/checkout/key.pem
metrics.port=9090
metrics.path=/metrics
trace.sample=0.01
region=eu-central-1
`

// parsers are the versions of the function, by name.
var parsers = map[string]func(text string) []Setting{
	"ParsePointers": func(text string) (settings []Setting) {
		for _, setting := range ParsePointers(text) {
			settings = append(settings, *setting)
		}
		return settings
	},
	"Parse":  Parse,
	"Append": func(text string) []Setting { return Append(nil, text) },
}

func TestParse(t *testing.T) {
	tests := []struct {
		name, text string
		want       []Setting
	}{
		{"nothing", "", nil},
		{"one", "port=8443\n", []Setting{{"port", "8443"}}},
		{"no line end", "port=8443", []Setting{{"port", "8443"}}},
		{"lines without a setting", "# ports\n\nport=8443\n", []Setting{{"port", "8443"}}},
		{"no value", "host=\n", []Setting{{"host", ""}}},
		{"equals sign in the value", "query=a=b\n", []Setting{{"query", "a=b"}}},
	}
	for name, parse := range parsers {
		for _, test := range tests {
			t.Run(name+"/"+test.name, func(t *testing.T) {
				if got := parse(test.text); !slices.Equal(got, test.want) {
					t.Errorf("got %q, want %q", got, test.want)
				}
			})
		}
		if got := parse(service); len(got) != 16 || got[15] != (Setting{"region", "eu-central-1"}) {
			t.Errorf("%s: got %q of the service's config", name, got)
		}
	}
}

func TestAppendKeepsWhatIsThere(t *testing.T) {
	settings := Append([]Setting{{"host", "localhost"}}, "port=8443\n")
	if want := []Setting{{"host", "localhost"}, {"port", "8443"}}; !slices.Equal(settings, want) {
		t.Errorf("got %q, want %q", settings, want)
	}
}

func TestAppendAllocatesNothingWhereThereIsRoom(t *testing.T) {
	settings := make([]Setting, 0, 16)
	if allocs := testing.AllocsPerRun(100, func() { settings = Append(settings[:0], service) }); allocs != 0 {
		t.Errorf("Append allocates %v times a call, want 0", allocs)
	}
}
