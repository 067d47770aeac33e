import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { alignSites, findSites, parseDiagnostics } from '@escapement/facts';

const read = (name: string): string =>
  readFileSync(new URL(`./fixtures/diagnostics/${name}`, import.meta.url), 'utf8');

const sitesOf = (version: string) => ({
  name: version,
  sites: findSites(
    parseDiagnostics(read(`go${version}.txt`)),
    'shapes.go',
    read('shapes.go.txt'),
    (line) => line,
  ),
});

test('what changed between versions is told of the one site that changed', () => {
  const aligned = alignSites(['1.22', '1.24', '1.25', '1.26'].map(sitesOf), true);
  expect(aligned.filter(({ change }) => change)).toMatchObject([
    {
      line: 41,
      subject: 'make([]byte, n)',
      verdicts: ['heap', 'heap', 'bounded', 'bounded'],
      change: 'heap until 1.24; stack, then heap since 1.25',
    },
  ]);
});

test('targets are grouped by what they agree on; a variable that is not mentioned is in the frame', () => {
  const [moved] = sitesOf('1.26').sites.filter(({ subject }) => subject === 'p');
  const targets = [
    { name: 'amd64', sites: [moved!] },
    { name: '386', sites: [] },
    { name: 'wasm', sites: [moved!] },
  ];
  expect(alignSites(targets, false)).toMatchObject([
    {
      line: 19,
      subject: 'p',
      verdicts: ['heap', 'stack', 'heap'],
      change: 'heap on amd64, wasm; stack on 386',
    },
  ]);
});
