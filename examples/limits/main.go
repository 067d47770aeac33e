// Command limits finds by bisection how large a value may be before the compiler finds it too large for
// the stack. It asks the Go toolchain that runs it: go run ./limits
package main

import (
	"errors"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strings"
)

// most is where the search ends, in bytes.
const most = 64 << 20

// forms are bodies of a function that uses a value of %d bytes and keeps it to itself.
var forms = []string{
	"var w [%d]byte; w[i] = 1; return w[j]",
	"w := [%d]byte{}; w[i] = 1; return w[j]",
	"w := new([%d]byte); w[i] = 1; return w[j]",
	"w := &[%d]byte{}; w[i] = 1; return w[j]",
	"w := make([]byte, %d); w[i] = 1; return w[j]",
	"w := []byte{%d: 1}; w[i] = 1; return w[j]",
}

func main() {
	log.SetFlags(0)
	for _, form := range forms {
		size, err := largest(form)
		switch {
		case err != nil:
			log.Fatal(err)
		case size == most:
			fmt.Printf("   no limit found: %s\n", form)
		default:
			fmt.Printf("%8d bytes: %s\n", size, form)
		}
	}
}

// #region largest

// largest returns the largest size in bytes, up to most, with which the value of a form stays on the stack.
func largest(form string) (int, error) {
	var failed error
	size := sort.Search(most, func(size int) bool {
		onHeap, err := tooLarge(form, size+1)
		failed = errors.Join(failed, err)
		return onHeap
	})
	return size, failed
}

// tooLarge compiles a form with a size, and tells whether the compiler finds its value too large for the stack.
func tooLarge(form string, size int) (bool, error) {
	dir, err := os.MkdirTemp("", "limits")
	if err != nil {
		return false, err
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "probe.go")
	source := "package probe\n\nfunc probe(i, j int) byte { " + fmt.Sprintf(form, size) + " }\n"
	if err := os.WriteFile(file, []byte(source), 0o600); err != nil {
		return false, err
	}
	compile := exec.Command("go", "tool", "compile", "-m=2", "-p", "probe", "-o", filepath.Join(dir, "probe.o"), file)
	messages, err := compile.CombinedOutput()
	if err != nil {
		return false, fmt.Errorf("%w: %s", err, messages)
	}
	return strings.Contains(string(messages), "too large for stack"), nil
}

// #endregion largest
