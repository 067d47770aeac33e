package till_test

import (
	"testing"

	"example.test/shop/till"
)

var kept *till.Till

func TestAdd(t *testing.T) {
	kept = till.New() // want heap
	kept.Add(1)
	if kept.Len() != 2 {
		t.Fatal("lost a coin")
	}
}
