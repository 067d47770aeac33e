package automation

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// systems are the versions of the system, by name. Each does the tasks that submit gives it.
var systems = map[string]func(run func(*Task), submit func(func(device string, payload []byte))){
	"Plain": func(run func(*Task), submit func(func(string, []byte))) {
		p := StartPlain(4, run)
		submit(p.Submit)
		p.Close()
	},
	"System": func(run func(*Task), submit func(func(string, []byte))) {
		s := Start(4, run)
		submit(s.Submit)
		s.Close()
	},
}

func TestEachTaskIsDoneOnce(t *testing.T) {
	const count = 1000
	for name, with := range systems {
		t.Run(name, func(t *testing.T) {
			var mu sync.Mutex
			var got, want []string
			with(func(task *Task) {
				mu.Lock()
				defer mu.Unlock()
				got = append(got, task.Device+" "+string(task.Payload))
			}, func(submit func(string, []byte)) {
				payload := make([]byte, 0, 64)
				for i := range count {
					device := fmt.Sprint("valve-", i%7)
					payload = append(payload[:0], strings.Repeat("x", i%50)...)
					payload = fmt.Append(payload, i)
					want = append(want, device+" "+string(payload))
					submit(device, payload)
				}
			})
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("%d tasks were done, want %d, each with its own device and payload", len(got), count)
			}
		})
	}
}

func TestPlainCountsItsTasks(t *testing.T) {
	p := StartPlain(2, func(*Task) {})
	for range 10 {
		p.Submit("valve", nil)
	}
	p.Close()
	if p.Done() != 10 {
		t.Errorf("%d tasks are done, want 10", p.Done())
	}
}

func TestFreeForgetsTheTask(t *testing.T) {
	task := newTask("valve", []byte("open"))
	task.free()
	if task.Device != "" || len(task.Payload) != 0 || !task.queued.IsZero() {
		t.Errorf("a task in the pool still has %q of device %q", task.Payload, task.Device)
	}
}

func TestFreeLeavesALargePayloadToTheCollector(t *testing.T) {
	task := newTask("camera", make([]byte, maxPayload+1))
	task.free()
	if again := newTask("valve", nil); cap(again.Payload) > maxPayload {
		t.Errorf("the pool keeps a payload of %d bytes", cap(again.Payload))
	}
}

func TestSamplesSayWhatATaskTook(t *testing.T) {
	began, end := make(chan bool, 2), make(chan bool)
	s := Start(1, func(*Task) {
		began <- true
		<-end
	})
	s.Submit("valve", nil)
	<-began
	s.Submit("pump", nil)
	time.Sleep(time.Millisecond)
	close(end)
	s.Close()
	samples := s.Metrics.Latest()
	if len(samples) != 2 || samples[0].Device != "valve" || samples[1].Device != "pump" {
		t.Fatalf("got the samples %v, want one of the valve and one of the pump", samples)
	}
	if samples[0].Took < time.Millisecond || samples[1].Waited < time.Millisecond {
		t.Errorf("got the samples %v, want a millisecond of work, and the second task to wait for the first", samples)
	}
}

func TestMetricsKeepTheLatest(t *testing.T) {
	var metrics Metrics
	for _, count := range []int{0, 1, len(metrics.ring), len(metrics.ring) + 1, 3*len(metrics.ring) + 5} {
		metrics = Metrics{}
		for i := range count {
			metrics.Add(Sample{Took: time.Duration(i + 1)})
		}
		latest := metrics.Latest()
		if want := min(count, len(metrics.ring)); len(latest) != want || metrics.Added() != count {
			t.Fatalf("of %d samples %d are kept, want %d", metrics.Added(), len(latest), want)
		}
		for i, sample := range latest {
			if want := time.Duration(count - len(latest) + i + 1); sample.Took != want {
				t.Fatalf("of %d samples, number %d is %d, want %d", count, i, sample.Took, want)
			}
		}
		if got := metrics.Slowest().Took; got != time.Duration(count) {
			t.Errorf("of %d samples the slowest is %d", count, got)
		}
	}
}

func TestProcessingATaskAllocatesNothing(t *testing.T) {
	s := &System{run: func(task *Task) { bytes.Count(task.Payload, []byte("o")) }}
	payload := []byte("open=30")
	if allocs := testing.AllocsPerRun(1000, func() { s.process(newTask("valve", payload)) }); allocs != 0 {
		t.Errorf("a task costs %v allocations, want 0", allocs)
	}
}
