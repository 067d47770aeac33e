// Takes memory in eight processes, none of which takes much: 100 MiB.
package main

import (
	"os"
	"os/exec"
	"time"
)

var block []byte

func main() {
	if len(os.Args) > 1 && os.Args[1] == "child" {
		block = make([]byte, 100<<20)
		for at := 0; at < len(block); at += 4096 {
			block[at] = 1
		}
		time.Sleep(20 * time.Second)
		return
	}
	self, _ := os.Executable()
	for range 8 {
		exec.Command(self, "child").Start()
	}
	time.Sleep(20 * time.Second)
}
