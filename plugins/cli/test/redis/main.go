// A server that speaks Redis' protocol, for machines without Redis: it listens on the port of its argument
// until it is killed.
package main

import (
	"log"
	"os"

	"github.com/alicebob/miniredis/v2"
)

func main() {
	if err := miniredis.NewMiniRedis().StartAddr("127.0.0.1:" + os.Args[1]); err != nil {
		log.Fatal(err)
	}
	select {}
}
