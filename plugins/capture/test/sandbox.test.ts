import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openSandbox } from '../src/sandbox.ts';
import { inTheOpen } from '../src/sandbox-open.ts';

test('without bubblewrap: a warning, an error where it is required, nothing where it is off', async () => {
  await withPath();
  const warn = vi.fn<(message: string) => void>();
  expect(await openSandbox('auto', warn)).toBe(inTheOpen);
  expect(warn).toHaveBeenCalledExactlyOnceWith(
    expect.stringContaining('bubblewrap (bwrap) is not installed'),
  );
  await expect(openSandbox('required', warn)).rejects.toMatchObject({
    rule: 'sandbox',
    message: expect.stringContaining('Install bubblewrap'),
  });
  expect(await openSandbox('off', warn)).toBe(inTheOpen);
  expect(warn).toHaveBeenCalledOnce();
});

test('with a bubblewrap that the kernel does not let work: its own words', async () => {
  await withPath('echo "bwrap: No permissions to create new namespace" >&2; exit 1');
  await expect(openSandbox('required')).rejects.toThrow(
    'bubblewrap (bwrap) cannot be used: No permissions to create new namespace.',
  );
});

/** Makes PATH one directory, with a bwrap that does as told, or with none. */
async function withPath(bwrap?: string): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'sandbox-test-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  onTestFinished(() => void vi.unstubAllEnvs());
  vi.stubEnv('PATH', dir);
  if (bwrap === undefined) return;
  await writeFile(join(dir, 'bwrap'), `#!/bin/sh\n${bwrap}\n`);
  await chmod(join(dir, 'bwrap'), 0o755);
}
