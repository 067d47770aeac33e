// Package limit is quoted.
package limit

// Limit is a limit.
type Limit struct{ Requests int }
