package automation

import (
	"sync"
	"time"
)

// queueSize is the number of tasks that may wait.
const queueSize = 128

// #region system

// A System lets workers do tasks, and measures them.
type System struct {
	Metrics Metrics

	run     func(*Task)
	queue   chan *Task
	workers sync.WaitGroup
}

// Submit lets a worker do a task. It copies the payload, and waits while
// the queue is full.
func (s *System) Submit(device string, payload []byte) {
	s.queue <- newTask(device, payload)
}

func (s *System) work() {
	for task := range s.queue {
		s.process(task)
	}
	s.workers.Done()
}

func (s *System) process(task *Task) {
	began := time.Now()
	s.run(task)
	s.Metrics.Add(Sample{
		Device: task.Device,
		Waited: began.Sub(task.queued),
		Took:   time.Since(began),
	})
	task.free()
}

// #endregion system

// #region start

// Start starts a system with so many workers. They do a task by calling run,
// which must not keep the task.
func Start(workers int, run func(*Task)) *System {
	s := &System{run: run, queue: make(chan *Task, queueSize)} // want heap
	s.workers.Add(workers)
	for range workers {
		go s.work()
	}
	return s
}

// Close waits until all tasks are done. Nothing may be submitted any more.
func (s *System) Close() {
	close(s.queue)
	s.workers.Wait()
}

// #endregion start
