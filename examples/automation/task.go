package automation

import (
	"sync"
	"time"
)

// #region task

// A Task is a command for a device.
type Task struct {
	Device  string
	Payload []byte

	queued time.Time
}

// #endregion task

// #region pool

// maxPayload is the largest payload whose memory is kept.
const maxPayload = 64 << 10

var tasks = sync.Pool{New: func() any { return new(Task) }} // want heap

// newTask lends a task. It copies the payload.
func newTask(device string, payload []byte) *Task {
	task := tasks.Get().(*Task)
	task.Device = device
	task.Payload = append(task.Payload, payload...)
	task.queued = time.Now()
	return task
}

// free gives the task back. Nobody may use it or its payload any more.
func (t *Task) free() {
	if cap(t.Payload) > maxPayload {
		return
	}
	*t = Task{Payload: t.Payload[:0]}
	tasks.Put(t)
}

// #endregion pool
