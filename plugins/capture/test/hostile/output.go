// Prints without end.
package main

import "fmt"

func main() {
	for {
		fmt.Println("more")
	}
}
