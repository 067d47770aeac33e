package session

import "testing"

func TestLoginKeepsItsSession(t *testing.T) {
	Login(8841)
	if current == nil || current.User != 8841 {
		t.Errorf("current session is %v, want one of user 8841", current)
	}
}

func TestGreet(t *testing.T) {
	if got := Greet(8841); got != 1 {
		t.Errorf("Greet counts %d requests, want 1", got)
	}
}

func BenchmarkGreet(b *testing.B) {
	for b.Loop() {
		Greet(8841)
	}
}

func BenchmarkLogin(b *testing.B) {
	for b.Loop() {
		Login(8841)
	}
}
