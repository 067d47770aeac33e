// Ignores every polite signal, in two generations. It stops by itself after a minute.
package main

import (
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	signal.Ignore(syscall.SIGTERM, syscall.SIGINT, syscall.SIGHUP, syscall.SIGQUIT)
	if len(os.Args) == 2 {
		self, _ := os.Executable()
		exec.Command(self, os.Args[1], "child").Start()
	}
	fmt.Println("deaf")
	time.Sleep(time.Minute)
}
