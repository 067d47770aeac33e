import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { hash1 } from '../../scripts/setup/dirhash.ts';
import { unpack } from '../../scripts/setup/unpack.ts';

test('the checksum of a module is the one that Go writes into go.sum', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'escapement-dirhash-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const said = execFileSync('go', ['mod', 'download', '-json', 'rsc.io/quote@v1.5.2'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, GOMODCACHE: join(folder, 'modules'), GOFLAGS: '-modcacherw' },
  });
  const { Zip, Sum } = JSON.parse(said) as { Zip: string; Sum: string };
  let next = 0;
  const files = await unpack(Zip, () => ({ path: join(folder, `file-${next++}`), mode: 0o644 }));
  expect(files.size).toBeGreaterThan(3);
  expect(hash1(files)).toBe(Sum);
});
