// Package automation sends commands to devices: a pool lends the tasks, workers
// do them, and a ring keeps the latest metrics. [Plain] is what is written first.
// [System] does the same, and allocates nothing for a task.
package automation
