package broken

func f() int {
	return limit
}
