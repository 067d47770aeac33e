import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

/**
 * `npm run kill-test [-- TIMES]`: kills `check` of the guide (SIGKILL, so that nothing can be put in order)
 * at random points, 50 times, every other time while the store is being written, and after each kill
 * checks again. The report must be that of a run that
 * nobody killed, without a warning about the store. Exit status 1 where it is not.
 */
const times = Number(process.argv[2] ?? 50);
if (!Number.isInteger(times) || times < 1) throw new Error(`Unexpected number of kills ${process.argv[2]}`);
const repository = join(import.meta.dirname, '..');
const root = mkdtempSync(join(tmpdir(), 'kill-test-'));
const temporary = join(root, 'tmp');
const store = join(root, '.escapement');

let expected: ReturnType<typeof comparable>;

try {
  for (const folder of ['content', 'examples', 'captures'])
    if (existsSync(join(repository, folder)))
      cpSync(join(repository, folder), join(root, folder), { recursive: true });
  mkdirSync(temporary);

  // The first run also fills Go's own cache, so that the second tells how long those that follow take.
  await check();
  rmSync(store, { recursive: true, force: true });
  const started = performance.now();
  const whole = await check();
  const duration = performance.now() - started;
  expected = comparable(whole.stdout);
  console.log(`clean: exit ${whole.exit}, ${expected.pages.length} pages, ${Math.round(duration)} ms`);

  let wrong = 0;
  let early = 0;
  for (let round = 1; round <= times; round++) {
    rmSync(store, { recursive: true, force: true });
    const writing = round % 2 === 0;
    const after = Math.round(Math.random() * (writing ? 6 : duration));
    const killed = await check(after, writing);
    const kept = existsSync(store) ? readdirSync(store, { recursive: true }).length : 0;
    const { exit, stdout, stderr } = await check();
    const same =
      exit === whole.exit && stderr === whole.stderr && isDeepStrictEqual(comparable(stdout), expected);
    if (killed.exit !== undefined) early++;
    if (!same) wrong++;
    console.log(
      `${round}: killed ${after} ms after ${writing ? 'the first entry' : 'the start'}, ${kept} files kept: ${same ? 'same' : 'DIFFERENT'}`,
    );
    if (!same) console.log(stderr, ...differences(stdout));
  }
  const left = readdirSync(temporary).length;
  console.log(
    `${times - wrong} of ${times} the same; ${early} had ended before; ${left} temporary folders left.`,
  );
  process.exitCode = wrong > 0 ? 1 : 0;
} finally {
  rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/**
 * Runs `check`, and kills it after so many milliseconds, counted from the first entry of the store where
 * `writing` is set; `exit` is then undefined.
 */
function check(
  killAfter?: number,
  writing = false,
): Promise<{ exit: number | undefined; stdout: string; stderr: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<Awaited<ReturnType<typeof check>>>();
  const args = [join(repository, 'plugins/cli/src/bin.ts'), 'check', '--format=json'];
  const env = { ...process.env, TMPDIR: temporary };
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const kill = () => setTimeout(() => child.kill('SIGKILL'), killAfter);
  const timer = killAfter === undefined || writing ? undefined : kill();
  const watch = setInterval(() => {
    if (!existsSync(store)) return;
    clearInterval(watch);
    if (writing) kill();
  }, 1);
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (text) => (said.stdout += text));
  child.stderr.on('data', (text) => (said.stderr += text));
  child.on('error', reject);
  child.on('exit', (code) => {
    clearTimeout(timer);
    clearInterval(watch);
    // What it started may hold the pipes open.
    setTimeout(() => resolve({ exit: code ?? undefined, ...said }), code === null ? 0 : 50);
  });
  return promise;
}

/** The lines of a report that the expected one has not. */
function differences(stdout: string): string[] {
  const known = new Set(JSON.stringify(expected, undefined, 2).split('\n'));
  return JSON.stringify(comparable(stdout), undefined, 2)
    .split('\n')
    .filter((line) => !known.has(line))
    .slice(0, 20)
    .map((line) => `\n${line}`);
}

/** The report, without the digests of pages with measurements: those differ from run to run. */
function comparable(stdout: string): { pages: { path: string; digest?: string }[] } {
  const report = JSON.parse(stdout) as { pages: { path: string; digest?: string }[] };
  const measured = (path: string) =>
    /^\s*`{3,}go.*\b(?:bench|show=)/m.test(readFileSync(join(root, path), 'utf8'));
  const pages = report.pages.map(({ digest, ...page }) => ({
    ...page,
    ...(digest && !measured(page.path) && { digest }),
  }));
  return { ...report, pages };
}
