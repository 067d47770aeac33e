package config

import "strings"

// A Setting is one line of a config. Its strings are parts of the text.
type Setting struct{ Key, Value string }

// #region pointers

// ParsePointers returns the settings of text. Lines without
// an equals sign are left out.
func ParsePointers(text string) []*Setting {
	settings := make([]*Setting, 0, strings.Count(text, "\n")) // want heap
	for text != "" {
		var line string
		line, text, _ = strings.Cut(text, "\n")
		if key, value, ok := strings.Cut(line, "="); ok {
			setting := &Setting{Key: key, Value: value} // want heap
			settings = append(settings, setting)
		}
	}
	return settings
}

// #endregion pointers

// #region values

// Parse does what ParsePointers does, and returns values.
func Parse(text string) []Setting {
	settings := make([]Setting, 0, strings.Count(text, "\n")) // want heap
	return Append(settings, text)
}

// #endregion values

// #region append

// Append appends the settings of text to dst, and returns
// the longer slice.
func Append(dst []Setting, text string) []Setting {
	for text != "" {
		var line string
		line, text, _ = strings.Cut(text, "\n")
		if key, value, ok := strings.Cut(line, "="); ok {
			dst = append(dst, Setting{Key: key, Value: value})
		}
	}
	return dst
}

// #endregion append
