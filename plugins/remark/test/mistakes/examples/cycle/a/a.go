package a

import "example.test/shop/cycle/b"

var A = b.B
