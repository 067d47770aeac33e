// Package limits is quoted by a page. It works by itself: go test -bench=. ./...
package limits

// Limit is how many requests a client may send in a minute.
type Limit struct{ Requests int }

// #region new

// New returns a limit that outlives the call.
//
//go:noinline
func New(requests int) *Limit {
	return &Limit{requests} // want heap
}

// #endregion new

// #region of

// Of returns a copy of the limit.
//
//go:noinline
func Of(requests int) Limit {
	return Limit{requests}
}

// #endregion of
