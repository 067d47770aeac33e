// Package shelf is quoted by the fixtures.
package shelf

// Item is on a shelf.
type Item struct{ Name string }

// #region new
// New makes an item.
func New(name string) *Item {
	return &Item{Name: name} // want heap
}

// #endregion new

// #region open
func count(items []*Item) int { return len(items) }
