/** One line of `go test -bench` output: means over `iterations` runs. */
export interface BenchSample {
  iterations: number;
  /** Nanoseconds per operation. */
  nsPerOp: number;
  /** Bytes allocated on the heap per operation (B/op). */
  bytesPerOp?: number;
  /** Heap allocations per operation, truncated by Go to a whole number (allocs/op). */
  allocsPerOp?: number;
  /** Other units, as `b.ReportMetric` and `b.SetBytes` name them (`MB/s`). */
  extra?: Record<string, number>;
}

/** A benchmark with all its samples. `name` is without the `-GOMAXPROCS` suffix. */
export interface Benchmark {
  name: string;
  procs: number;
  samples: BenchSample[];
}

/** Where timings were taken: shown beside them. */
export interface Machine {
  cpu: string;
  cores: number;
  goos: string;
  goarch: string;
}

/** A middle with its 95 % interval; `low` and `high` are absent with fewer than six samples. */
export interface Summary {
  median: number;
  low?: number;
  high?: number;
  n: number;
}

/** How samples differ from a baseline. */
export interface Comparison {
  /** Probability of such a difference if there were none (two-sided). */
  p: number;
  /** False where the difference cannot be told from noise: it is then shown as `~`. */
  significant: boolean;
  /** Median ÷ the baseline's median; absent where the baseline's is 0 and the other is not. */
  ratio?: number;
}
