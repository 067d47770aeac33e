import type { Report } from '@escapement/remark';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';

/**
 * JUnit's XML as CI servers read it: a suite for each page, in it a case for each problem, or one that
 * passed. Warnings are told in the suite's output.
 */
export function formatJunit({ problems, warnings, pages }: Report): string {
  // A problem can stand in a file that a page quotes.
  const paths = [...new Set([...pages.map(({ path }) => path), ...problems.map(({ path }) => path)])];
  const suites = paths.map((path) => {
    const own = problems.filter((problem) => problem.path === path);
    const told = warnings.filter((warning) => warning.path === path);
    const cases = own.map(({ rule, start, reason, expected, note }) => {
      const place = `${path}:${start.line}:${start.column}`;
      const text = [place, reason, expected && `expected: ${expected.join(', ')}`, note];
      return x(
        'testcase',
        { name: `${rule} at ${start.line}:${start.column}`, classname: path, file: path, line: start.line },
        x('failure', { message: reason, type: rule }, text.filter((line) => line !== undefined).join('\n')),
      );
    });
    const passed = own.length === 0 ? [x('testcase', { name: 'verified', classname: path, file: path })] : [];
    const output = told.map(
      ({ rule, start, reason }) => `${path}:${start.line}:${start.column}: ${reason} [${rule}]`,
    );
    return x(
      'testsuite',
      { name: path, tests: cases.length + passed.length, failures: cases.length, errors: 0 },
      [...cases, ...passed, ...(output.length > 0 ? [x('system-out', output.join('\n'))] : [])],
    );
  });
  const tests = suites.reduce((sum, { attributes }) => sum + Number(attributes['tests']), 0);
  const all = x('testsuites', { name: 'escapement', tests, failures: problems.length }, suites);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(all)}\n`;
}
