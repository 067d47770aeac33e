package live

import (
	"io"
	"net"
	"net/http"
)

// Serve serves handler on a free port of this machine, and returns its address.
func Serve(handler http.Handler) string {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	go http.Serve(listener, handler)
	return "http://" + listener.Addr().String()
}

// Get returns what is at url.
func Get(url string) string {
	body, _ := Fetch(url)
	return body
}

// Fetch returns what is at url, and the status of the answer.
func Fetch(url string) (body string, status int) {
	response, err := http.Get(url)
	if err != nil {
		panic(err)
	}
	defer response.Body.Close()
	all, err := io.ReadAll(response.Body)
	if err != nil {
		panic(err)
	}
	return string(all), response.StatusCode
}
