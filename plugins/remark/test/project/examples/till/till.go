// Package till is tested from outside.
package till

// Till holds coins.
type Till struct{ coins []int }

// New opens a till.
func New() *Till { return &Till{} }

// Add puts a coin in.
func (t *Till) Add(coin int) { t.coins = append(t.coins, coin) }

// Len counts the coins.
func (t *Till) Len() int { return len(t.coins) }
