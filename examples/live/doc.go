// Package live lets a program serve, and read its own profiles as somebody from outside would.
package live
