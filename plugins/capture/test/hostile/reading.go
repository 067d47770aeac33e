// Prints what it can read of the machine: the environment, and the files in its arguments.
package main

import (
	"fmt"
	"os"
)

func main() {
	for _, variable := range os.Environ() {
		fmt.Println(variable)
	}
	for _, path := range os.Args[1:] {
		if text, err := os.ReadFile(path); err == nil {
			fmt.Printf("read %s: %s\n", path, text)
		}
		if entries, err := os.ReadDir(path); err == nil && len(entries) > 0 {
			fmt.Printf("listed %s\n", path)
		}
	}
}
