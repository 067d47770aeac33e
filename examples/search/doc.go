// Package search counts how often a word occurs in a stream of bytes.
//
// It holds the same function three times, as the guide's page on measuring
// takes it from slow to fast: [CountRead] is what one writes first,
// [CountReadByte] removes one of the two causes of its allocation, and
// [Count] removes both.
package search
