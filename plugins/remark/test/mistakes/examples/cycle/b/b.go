package b

import "example.test/shop/cycle/a"

var B = a.A
