package till

// #region total

// Total adds up.
func Total(prices ...int) (sum int) {
	for _, price := range prices {
		sum += price
	}
	return sum
}

// #endregion total

// #region open
