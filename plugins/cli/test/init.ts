import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

const bin = new URL('../src/bin.ts', import.meta.url).pathname;

/** A project in a folder of its own, for as long as a test runs. */
export async function open(files: Record<string, string>, name = 'init-test-'): Promise<string> {
  const cwd = await mkdtemp(join(tmpdir(), name));
  onTestFinished(() => rm(cwd, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(cwd, path)), { recursive: true });
    await writeFile(join(cwd, path), text);
  }
  return cwd;
}

/** The files of an archive as Go's own tests have them: `-- path --`, then the text. */
export async function archive(name: string): Promise<Record<string, string>> {
  const text = await readFile(new URL(`./fixtures/init/${name}.txtar`, import.meta.url), 'utf8');
  const [, ...parts] = text.split(/^-- (.+) --\n/m);
  return Object.fromEntries(parts.flatMap((path, at) => (at % 2 === 0 ? [[path, parts[at + 1]!]] : [])));
}

/** All files of a project with their texts. */
export async function filesOf(cwd: string): Promise<Record<string, string>> {
  const entries = await readdir(cwd, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const texts = paths
    .toSorted()
    .map(async (path) => [path.slice(cwd.length + 1), await readFile(path, 'utf8')]);
  return Object.fromEntries(await Promise.all(texts)) as Record<string, string>;
}

/** Runs the command line; `answer` is what it reads. */
export function escapement(cwd: string, args: string[], answer = '', env: NodeJS.ProcessEnv = {}) {
  const { promise, resolve } = Promise.withResolvers<{ status: unknown; stdout: string; stderr: string }>();
  const options = { cwd, env: { ...process.env, ...env } };
  const child = execFile(process.execPath, [bin, ...args], options, (error, stdout, stderr) =>
    resolve({ status: error ? error.code : 0, stdout, stderr }),
  );
  child.stdin!.end(answer);
  return promise;
}
