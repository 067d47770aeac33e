import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** Writes a project into a folder of the repository where packages resolve, and returns the folder. */
export function writeProject(name: string, files: Record<string, string>): string {
  const root = fileURLToPath(new URL(`../../../../.escapement/test-editor/${name}`, import.meta.url));
  rmSync(root, { recursive: true, force: true });
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** The go commands but `go env` that a project's `go.sh` was asked for. */
export function goCommands(root: string): string[] {
  const log = readFileSync(join(root, 'go.log'), 'utf8');
  return log.split('\n').filter((line) => line !== '' && !line.startsWith('env '));
}

/** A go command that notes each call, and takes none to its end while `go.held` is there. */
export function notingGo(): Record<string, string> {
  return {
    'go.sh':
      '#!/bin/sh\nhere="$(dirname "$0")"\necho "$@" >> "$here/go.log"\n' +
      'while [ -e "$here/go.held" ]; do sleep 0.05; done\nexec go "$@"\n',
    'go.log': '',
  };
}
