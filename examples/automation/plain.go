package automation

import (
	"bytes"
	"sync"
	"time"
)

// #region plain

// Plain is a system that makes what it needs, for each task anew.
type Plain struct {
	run     func(*Task)
	queue   chan func()
	workers sync.WaitGroup

	mu      sync.Mutex
	samples []*Sample
}

// Submit lets a worker do a task. It copies the payload.
func (p *Plain) Submit(device string, payload []byte) {
	kept := bytes.Clone(payload)
	task := &Task{Device: device, Payload: kept} // want heap
	queued := time.Now()
	p.queue <- func() { p.process(task, queued) } // want heap
}

func (p *Plain) process(task *Task, queued time.Time) {
	began := time.Now()
	p.run(task)
	sample := &Sample{ // want heap
		Device: task.Device,
		Waited: began.Sub(queued),
		Took:   time.Since(began),
	}

	p.mu.Lock()
	p.samples = append(p.samples, sample)
	p.mu.Unlock()
}

// #endregion plain

// StartPlain starts a system with so many workers. They do a task by calling run.
func StartPlain(workers int, run func(*Task)) *Plain {
	p := &Plain{run: run, queue: make(chan func(), queueSize)}
	for range workers {
		p.workers.Add(1)
		go func() {
			defer p.workers.Done()
			for job := range p.queue {
				job()
			}
		}()
	}
	return p
}

// Close waits until all tasks are done. Nothing may be submitted any more.
func (p *Plain) Close() {
	close(p.queue)
	p.workers.Wait()
}

// Done returns how many tasks were done.
func (p *Plain) Done() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return len(p.samples)
}
