// Package search looks for a word in a stream of bytes.
//
// It holds two functions several times, as the guide takes them from slow to fast.
// [CountRead] is what one writes first to count a word, [CountReadByte] removes one
// of the two causes of its allocation, and [Count] removes both. [FindAll] is what
// one writes first to find all places, and [FindBytes], [FindValues] and [Finder]
// each allocate less than the one before.
package search
