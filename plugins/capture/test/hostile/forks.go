// Starts itself again and again. It stops by itself at 200, in case that nothing else stops it.
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
	for range 200 {
		exec.Command(self, "child").Start()
	}
	time.Sleep(20 * time.Second)
}
