// Prints without end, to the end that its argument says.
package main

import (
	"fmt"
	"os"
)

func main() {
	to := os.Stdout
	if len(os.Args) > 1 {
		to = os.Stderr
	}
	for {
		fmt.Fprintln(to, "more")
	}
}
