// Package config reads settings, one a line, in three versions that differ
// in where the settings are: [ParsePointers] allocates each one, [Parse]
// allocates all of them at once, and [Append] leaves it to the caller.
package config
