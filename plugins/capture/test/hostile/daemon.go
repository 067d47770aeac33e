// Leaves a child behind, in a session of its own, with the name in its argument. It ends by itself after a minute.
package main

import (
	"os"
	"os/exec"
	"syscall"
	"time"
)

func main() {
	if len(os.Args) > 2 {
		time.Sleep(time.Minute)
		return
	}
	self, _ := os.Executable()
	child := exec.Command(self, os.Args[1], "again")
	child.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	child.Start()
}
