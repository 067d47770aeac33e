// Takes memory, and stops by itself at 2 GiB, in case that nothing else stops it.
package main

import "time"

var all [][]byte

func main() {
	for range 2048 {
		block := make([]byte, 1<<20)
		for at := 0; at < len(block); at += 4096 {
			block[at] = 1
		}
		all = append(all, block)
	}
	time.Sleep(20 * time.Second)
}
