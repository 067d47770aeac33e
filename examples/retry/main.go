// Command retry runs another command until it succeeds.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"time"
)

// #region parse

type options struct {
	tries   int
	wait    time.Duration
	command []string
}

var errNoCommand = errors.New("no command to run") // want inlined "^inlining call to errors.New$"

func parse(args []string) (*options, error) { // want leaks "^leaking param: args$" "^  flow: \\{heap\\} ← args:$"
	var opts options                                        // want heap "^moved to heap: opts$" "interface-converted"
	flags := flag.NewFlagSet("retry", flag.ContinueOnError) // want heap "^&flag.FlagSet\\{\\.\\.\\.\\} escapes to heap$" "^flag.f.defaultUsage escapes to heap$"
	flags.IntVar(&opts.tries, "tries", 3, "how often to try")
	flags.DurationVar(&opts.wait, "wait", time.Second, "how long to wait after a failure")
	if err := flags.Parse(args); err != nil {
		return nil, err
	}
	opts.command = flags.Args()
	if len(opts.command) == 0 {
		return nil, errNoCommand
	}
	return &opts, nil
}

// #endregion parse

// #region failure

type failure struct {
	tries int
	last  error
}

func (f *failure) Error() string { // want leaks "^leaking param content: f$" "^can inline \\(\\*failure\\).Error with cost"
	// want heap "^f.tries escapes to heap$" "^\\.\\.\\. argument does not escape$"
	return fmt.Sprintf("failed %d times, at last with: %v", f.tries, f.last)
}

func (f *failure) Unwrap() error { return f.last } // want leaks "^leaking param: f to result ~r0 level=1$"

// #endregion failure

// #region retry

func retry(opts *options, log io.Writer) error { // want leaks "^leaking param content: opts$" "^leaking param: log$" "leaks to \\{heap\\} for retry with derefs=2:$"
	failed := failure{tries: opts.tries} // want heap "^moved to heap: failed$" "^    from return &failed .return. at"
	for try := range opts.tries {
		command := exec.Command(opts.command[0], opts.command[1:]...)
		command.Stdout = log
		if failed.last = command.Run(); failed.last == nil {
			return nil
		}
		fmt.Fprintf(log, "try %d: %v\n", try+1, failed.last) // want heap "^try \\+ 1 escapes to heap$"
		time.Sleep(opts.wait)
	}
	return &failed
}

// #endregion retry

// #region main

func main() {
	opts, err := parse(os.Args[1:])
	if err == nil {
		err = retry(opts, os.Stderr)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "retry:", err) // want static "^\"retry:\" escapes to heap$"
		os.Exit(1)
	}
}

// #endregion main
