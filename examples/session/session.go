// Package session shows that one constructor can allocate for one caller and
// not for another. It is the first program of the guide.
package session

// #region session

// A Session counts the requests of a user.
type Session struct{ User, Requests int }

func NewSession(user int) *Session {
	return &Session{User: user, Requests: 1} // want heap "escapes to heap"
}

func Greet(user int) int {
	session := NewSession(user) // want inlined stack "does not escape"
	return session.Requests
}

var current *Session

func Login(user int) {
	current = NewSession(user) // want inlined heap "escapes to heap"
}

// #endregion session
