// Talks to the server in its argument, to one of its own, and to an address that nobody has (RFC 5737).
package main

import (
	"fmt"
	"net"
	"os"
	"time"
)

func dial(name, address string) {
	connection, err := net.DialTimeout("tcp", address, 300*time.Millisecond)
	fmt.Println(name, err == nil)
	if err == nil {
		fmt.Fprintln(connection, "hello")
		connection.Close()
	}
}

func main() {
	dial("theirs", os.Args[1])
	if listener, err := net.Listen("tcp", "127.0.0.1:0"); err == nil {
		dial("own", listener.Addr().String())
	}
	dial("outside", "192.0.2.1:80")
}
