import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/**
 * A Vitest reporter that writes how many tests passed and failed, as {@link Counts} in JSON, to the file
 * that `ESCAPEMENT_TEST_COUNTS` names. A file that could not be loaded and an error outside of the tests
 * each count as one failure.
 */
export default class CountsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const file = process.env['ESCAPEMENT_TEST_COUNTS'];
    if (file !== undefined) writeFileSync(file, JSON.stringify(count(modules, errors.length)));
  }
}

/** What a test run came to. Skipped tests are neither. */
export interface Counts {
  passed: number;
  failed: number;
}

function count(modules: readonly TestModule[], outside: number): Counts {
  const counts = { passed: 0, failed: outside };
  for (const module of modules) {
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') counts.passed++;
      // A test without a result when the run has ended never came to its end.
      if (state === 'failed' || state === 'pending') counts.failed++;
    }
    const suites = [...module.children.allSuites()];
    counts.failed += [module, ...suites].filter((suite) => suite.errors().length > 0).length;
  }
  return counts;
}
