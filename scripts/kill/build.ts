import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { run, type Kill } from './run.ts';

const repository = join(import.meta.dirname, '../..');
const root = join(repository, '.escapement', 'kill-test');

/**
 * Kills the build of a site at random points, in turn: anywhere, while the store of captures is written,
 * while Astro's cache is, and while the site itself is. What is killed is, in turn, a build from nothing,
 * and one of changed pages over the caches of the last. After each kill the site is built again, and every
 * file of it must be, byte for byte, that of a clean build. Returns how many times it was not.
 *
 * Nothing is left out of the comparison: timings are the only thing that differs from build to build, and
 * these are taken once and kept in `captures/`, as they are in a repository.
 */
export async function killBuilds(times: number): Promise<number> {
  rmSync(root, { recursive: true, force: true });
  cpSync(join(repository, 'tests/fixtures/site'), root, { recursive: true });
  mkdirSync(join(root, 'tmp'));
  const command = {
    args: [join(repository, 'node_modules/astro/bin/astro.mjs'), 'build'],
    cwd: root,
    env: { TMPDIR: join(root, 'tmp') },
  };
  await mustBuild();
  forget();
  const started = performance.now();
  await mustBuild();
  const duration = performance.now() - started;
  const expected = files();
  console.log(`clean: ${expected.size} files, ${Math.round(duration)} ms`);

  let wrong = 0;
  let early = 0;
  for (let round = 1; round <= times; round++) {
    const cold = round % 2 === 1;
    const [name, kill] = moments(duration)[Math.floor((round - 1) / 2) % 4]!;
    if (cold) forget();
    const before = cold ? undefined : edit();
    const killed = await run(command, kill);
    before?.();
    const { exit, stdout, stderr } = await run(command);
    const differing = differences(files(), expected);
    const same = exit === 0 && differing.length === 0;
    if (killed.exit !== undefined) early++;
    if (!same) wrong++;
    const state = cold ? 'from nothing' : 'of changed pages';
    const verdict = same ? 'same' : 'DIFFERENT';
    console.log(`${round}: a build ${state}, killed ${Math.round(kill.after)} ms after ${name}: ${verdict}`);
    if (!same) console.log(differing.join('\n'), `exit ${exit}`, stdout.slice(-2_000), stderr.slice(-2_000));
  }
  console.log(`${times - wrong} of ${times} the same; ${early} had ended before.`);
  if (wrong === 0) rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  return wrong;

  async function mustBuild(): Promise<void> {
    const { exit, stdout, stderr } = await run(command);
    if (exit !== 0) throw new Error(`The site does not build:\n${stdout}${stderr}`);
  }
}

const CACHES = ['.escapement', '.astro', 'node_modules', 'dist'];

/** Removes all caches, ours and Astro's, and the site; not the captures, which are sources. */
function forget(): void {
  for (const name of CACHES) rmSync(join(root, name), { recursive: true, force: true });
}

/** Moments at which a build is killed, in milliseconds after something has happened. */
function moments(duration: number): [name: string, kill: Kill][] {
  const began = Date.now();
  const written = (...places: string[]) => ({
    from: () => places.some((place) => changedSince(join(root, place), began)),
  });
  const soon = () => Math.random() * 30;
  return [
    ['its start', { after: Math.random() * duration }],
    ['the first entry of the store', { after: soon(), ...written('.escapement/store/compile') }],
    [
      "Astro's first cache",
      { after: soon(), ...written('node_modules/.astro/data-store.json', '.astro/data-store.json') },
    ],
    [
      'the first page',
      { after: Math.random() * duration * 0.2, ...written('dist/index.html', 'dist/guide') },
    ],
  ];
}

function changedSince(path: string, time: number): boolean {
  return existsSync(path) && statSync(path).mtimeMs > time;
}

/** Changes text, code and a quoted file; returns how to change them back. */
function edit(): () => void {
  const changes: [path: string, from: string, to: string][] = [
    ['content/guide/point.md', '\ntitle: ', '\ntitle: A changed '],
    ['content/index.mdx', 'hello from MDX', 'hello from a changed page'],
    ['examples/shop/shop.go', 'Price [8]int64', 'Price [16]int64'],
  ];
  const texts = changes.map(([path]) => [path, readFileSync(join(root, path), 'utf8')] as const);
  const timings = join(root, 'captures');
  cpSync(timings, join(root, 'tmp', 'captures'), { recursive: true });
  for (const [path, from, to] of changes) {
    const text = readFileSync(join(root, path), 'utf8');
    if (!text.includes(from)) throw new Error(`${path} does not contain ${from}`);
    writeFileSync(join(root, path), text.replace(from, to));
  }
  return () => {
    for (const [path, text] of texts) writeFileSync(join(root, path), text);
    cpSync(join(root, 'tmp', 'captures'), timings, { recursive: true });
  };
}

/** The site: contents by path. */
function files(): Map<string, Buffer> {
  const dist = join(root, 'dist');
  const paths = globSync('**/*', { cwd: dist }).filter((path) => statSync(join(dist, path)).isFile());
  return new Map(paths.toSorted().map((path) => [path, readFileSync(join(dist, path))]));
}

function differences(found: Map<string, Buffer>, expected: Map<string, Buffer>): string[] {
  const paths = new Set([...found.keys(), ...expected.keys()]);
  return [...paths].flatMap((path) => {
    const [now, then] = [found.get(path), expected.get(path)];
    if (!then) return [`${path} is too much`];
    if (!now) return [`${path} is missing`];
    return now.equals(then) ? [] : [`${path} differs: ${firstDifference(now.toString(), then.toString())}`];
  });
}

function firstDifference(now: string, then: string): string {
  const at = now.split('').findIndex((unit, index) => unit !== then[index]);
  const part = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 60), at + 120));
  return `${part(now)}, expected ${part(then)}`;
}
