// Starts itself again and again, or twice in each generation. It stops by itself at 200, or at eight generations,
// in case that nothing else stops it.
package main

import (
	"os"
	"os/exec"
	"time"
)

func main() {
	if len(os.Args) > 1 && os.Args[1] == "child" {
		time.Sleep(20 * time.Second)
		return
	}
	self, _ := os.Executable()
	times, args := 200, []string{"child"}
	if generation := len(os.Args) - 1; generation > 0 {
		times, args = 2, append(os.Args[1:], "child")
		if generation > 8 {
			times = 0
		}
	}
	for range times {
		exec.Command(self, args...).Start()
	}
	time.Sleep(20 * time.Second)
}
