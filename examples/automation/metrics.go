package automation

import (
	"sync"
	"time"
)

// #region sample

// A Sample is what one task took.
type Sample struct {
	Device       string
	Waited, Took time.Duration
}

// #endregion sample

// #region metrics

// Metrics keeps the latest samples, in memory that it has from the start.
type Metrics struct {
	mu    sync.Mutex
	added int
	ring  [1024]Sample
}

// Add adds a sample, in place of the oldest one where there is no more room.
func (m *Metrics) Add(sample Sample) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.ring[m.added%len(m.ring)] = sample
	m.added++
}

// Added returns how many samples there have been.
func (m *Metrics) Added() int {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.added
}

// #endregion metrics

// #region latest

// Latest returns a copy of the latest samples, the oldest first.
func (m *Metrics) Latest() []Sample {
	m.mu.Lock()
	defer m.mu.Unlock()
	kept := min(m.added, len(m.ring))
	samples := make([]Sample, 0, kept) // want heap
	for i := m.added - kept; i < m.added; i++ {
		samples = append(samples, m.ring[i%len(m.ring)])
	}
	return samples
}

// #endregion latest

// #region slowest

// Slowest returns the sample of the task that took longest, among the latest.
func (m *Metrics) Slowest() (slowest Sample) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, sample := range m.ring[:min(m.added, len(m.ring))] {
		if sample.Took > slowest.Took {
			slowest = sample
		}
	}
	return slowest
}

// #endregion slowest
