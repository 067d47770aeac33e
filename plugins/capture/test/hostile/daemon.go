// Leaves a child behind, in a session of its own, with the name in its argument. It ends by itself after 10 seconds.
package main

import (
	"os"
	"os/exec"
	"syscall"
	"time"
)

func main() {
	if len(os.Args) > 2 {
		time.Sleep(10 * time.Second)
		return
	}
	self, _ := os.Executable()
	child := exec.Command(self, os.Args[1], "again")
	child.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	child.Start()
}
