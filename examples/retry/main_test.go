package main

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"reflect"
	"strings"
	"testing"
	"time"
)

func TestParse(t *testing.T) {
	opts, err := parse([]string{"-tries", "2", "-wait", "10ms", "make", "-k"})
	if err != nil {
		t.Fatal(err)
	}
	want := &options{tries: 2, wait: 10 * time.Millisecond, command: []string{"make", "-k"}}
	if !reflect.DeepEqual(opts, want) {
		t.Errorf("parse = %+v, want %+v", opts, want)
	}
	if _, err := parse([]string{"-tries", "2"}); !errors.Is(err, errNoCommand) {
		t.Errorf("parse without a command = %v, want %v", err, errNoCommand)
	}
}

// The test's own binary is the command: it succeeds without tests to run, and fails at an unknown flag.
func TestRetry(t *testing.T) {
	succeeds := &options{tries: 2, command: []string{os.Args[0], "-test.run=^$"}}
	if err := retry(succeeds, io.Discard); err != nil {
		t.Errorf("retry of a command that succeeds = %v", err)
	}

	var log strings.Builder
	fails := &options{tries: 2, command: []string{os.Args[0], "-no-such-flag"}}
	err := retry(fails, &log)
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != 2 {
		t.Errorf("retry of a command that fails = %v", err)
	}
	if tries := strings.Count(log.String(), "exit status 2\n"); tries != 2 {
		t.Errorf("the log tells of %d tries, want 2:\n%s", tries, &log)
	}
	if want := "failed 2 times, at last with: exit status 2"; err.Error() != want {
		t.Errorf("the error is %q, want %q", err, want)
	}
}
