package main

import "testing"

func TestLargest(t *testing.T) {
	form := "w := new([%d]byte); w[i] = 1; return w[j]"
	size, err := largest(form)
	if err != nil {
		t.Fatal(err)
	}
	if fits, err := tooLarge(form, size); fits || err != nil {
		t.Errorf("%d bytes, the largest size, are too large: %v", size, err)
	}
	if beyond, err := tooLarge(form, size+1); !beyond || err != nil {
		t.Errorf("%d bytes, one more than the largest size, are not too large: %v", size+1, err)
	}
}

func TestLargestOfNoLimit(t *testing.T) {
	if size, err := largest("return byte(i + j + %d - %[1]d)"); size != most || err != nil {
		t.Errorf("largest = %d, %v; want %d", size, err, most)
	}
}

func TestLargestOfBrokenForm(t *testing.T) {
	if _, err := largest("return %d"); err == nil {
		t.Error("a form that doesn't compile gives no error")
	}
}
