import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { run, type Ended } from './run.ts';

const repository = join(import.meta.dirname, '../..');

type Report = { pages: { path: string; digest?: string }[] };

/**
 * Kills `check` of the guide at random points, every other time while the store is being written, and
 * after each kill checks again. The report must be that of a run that nobody killed, without a warning
 * about the store. Returns how many times it was not.
 */
export async function killChecks(times: number): Promise<number> {
  const root = mkdtempSync(join(tmpdir(), 'kill-test-'));
  try {
    return await rounds(root, times);
  } finally {
    rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

async function rounds(root: string, times: number): Promise<number> {
  const temporary = join(root, 'tmp');
  const store = join(root, '.escapement');
  for (const folder of ['content', 'examples', 'captures'])
    if (existsSync(join(repository, folder)))
      cpSync(join(repository, folder), join(root, folder), { recursive: true });
  mkdirSync(temporary);
  const command = {
    args: [join(repository, 'plugins/cli/src/bin.ts'), 'check', '--format=json'],
    cwd: root,
    env: { TMPDIR: temporary },
  };
  const forget = () => rmSync(store, { recursive: true, force: true });

  // The first run also fills Go's own cache, so that the second tells how long those that follow take.
  await run(command);
  forget();
  const started = performance.now();
  const whole = await run(command);
  const duration = performance.now() - started;
  const expected = comparable(root, whole.stdout);
  console.log(`clean: exit ${whole.exit}, ${expected.pages.length} pages, ${Math.round(duration)} ms`);

  let wrong = 0;
  let early = 0;
  for (let round = 1; round <= times; round++) {
    forget();
    const writing = round % 2 === 0;
    const after = Math.round(Math.random() * (writing ? 6 : duration));
    const killed = await run(command, { after, from: writing ? () => existsSync(store) : undefined });
    const kept = existsSync(store) ? readdirSync(store, { recursive: true }).length : 0;
    const again = await run(command);
    const same = isSame(again, whole) && isDeepStrictEqual(comparable(root, again.stdout), expected);
    if (killed.exit !== undefined) early++;
    if (!same) wrong++;
    const since = writing ? 'the first entry' : 'the start';
    const verdict = same ? 'same' : 'DIFFERENT';
    console.log(`${round}: killed ${after} ms after ${since}, ${kept} files kept: ${verdict}`);
    if (!same) console.log(again.stderr, ...differences(comparable(root, again.stdout), expected));
  }
  const left = readdirSync(temporary).length;
  console.log(
    `${times - wrong} of ${times} the same; ${early} had ended before; ${left} temporary folders left.`,
  );
  return wrong;
}

function isSame(a: Ended, b: Ended): boolean {
  return a.exit === b.exit && a.stderr === b.stderr;
}

/** The lines of a report that the expected one has not. */
function differences(report: Report, expected: Report): string[] {
  const known = new Set(JSON.stringify(expected, undefined, 2).split('\n'));
  return JSON.stringify(report, undefined, 2)
    .split('\n')
    .filter((line) => !known.has(line))
    .slice(0, 20)
    .map((line) => `\n${line}`);
}

/** The report, without the digests of pages with measurements: those differ from run to run. */
function comparable(root: string, stdout: string): Report {
  const report = JSON.parse(stdout) as Report;
  const measured = (path: string) =>
    /^\s*`{3,}go.*\b(?:bench|show=)/m.test(readFileSync(join(root, path), 'utf8'));
  const pages = report.pages.map(({ digest, ...page }) => ({
    ...page,
    ...(digest && !measured(page.path) && { digest }),
  }));
  return { ...report, pages };
}
