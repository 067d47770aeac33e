// Writes over the file in its argument, beside it, and more to its home and to /tmp than they may hold.
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	outside := os.Args[1]
	if os.WriteFile(outside, []byte("overwritten"), 0o644) == nil {
		fmt.Println("overwrote")
	}
	if os.WriteFile(filepath.Join(filepath.Dir(outside), "new"), nil, 0o644) == nil {
		fmt.Println("created")
	}
	if os.Remove(outside) == nil {
		fmt.Println("removed")
	}
	for _, dir := range []string{os.Getenv("HOME"), os.Getenv("TMPDIR")} {
		if os.WriteFile(filepath.Join(dir, "small"), []byte("x"), 0o644) == nil {
			fmt.Println("small")
		}
		if err := os.WriteFile(filepath.Join(dir, "large"), make([]byte, 16<<20), 0o644); err == nil {
			fmt.Println("large")
		}
	}
}
