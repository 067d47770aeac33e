import { readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findSites, nameFunctions, parseDiagnostics, witnessesOf, type Site } from '@escapement/facts';
import { spawnGroup } from '../src/index.ts';
import { readSaid } from '../src/said.ts';
import { directory, project } from './project.ts';

/*
 * What real code says of the rules: a verdict that is not proven must be rare enough to mean something, and
 * so must a reason that nobody knows.
 */
const PACKAGES =
  'bufio bytes compress/flate crypto/tls encoding/gob encoding/json encoding/xml fmt go/parser go/types ' +
  'html/template log/slog math/big net net/mail net/url os regexp strconv strings syscall text/template time';

test('the standard library: nothing is left unproven by its code, and next to no reason unknown', async () => {
  const goroot = await go(['env', 'GOROOT']);
  const packages = PACKAGES.split(' ').map((name) => {
    const names = { id: name, pattern: name, importPath: name, alias: name };
    return { dir: join(goroot, 'src', name), ...names, tests: false, module: false };
  });
  const said = readSaid(packages);
  const names = packages.map(({ pattern }) => pattern);
  await go(['build', '-trimpath', '-pgo=off', '-gcflags=-m=2 -S', ...names], said.push);
  const sites = packages.flatMap((target) => {
    const { text, codegen } = said.of(target);
    const diagnostics = nameFunctions(parseDiagnostics(text));
    const files = new Set(diagnostics.flatMap(({ pos }) => (pos?.file.endsWith('.go') ? pos.file : [])));
    return [...files].flatMap((file) => {
      const source = readFileSync(join(target.dir, file), 'utf8');
      const place = `${target.importPath}/${file}`;
      const found = findSites(diagnostics, file, source, (line) => line, codegen && { codegen });
      return found.map((site): Site & { place: string } => ({
        ...site,
        place: `${place}:${site.span.line}`,
      }));
    });
  });
  const unproven = sites.filter(({ verdict }) => verdict === 'unproven');
  const unknown = sites.filter(({ reason }) => reason === 'unknown');
  console.log(
    `${sites.length} sites, ${unknown.length} unknown:`,
    unknown.map(({ place }) => place).join(' '),
  );
  expect(sites.length).toBeGreaterThan(10_000);
  expect(unproven.map(({ place, subject }) => `${place} ${subject}`)).toEqual([]);
  // One is there, so that the rule can be seen to speak: a block that holds its parent (go/types/labels.go).
  expect(unknown.length).toBeGreaterThan(0);
  expect(unknown.length).toBeLessThan(sites.length / 1000);
}, 300_000);

test('packages with benchmarks: no run contradicts the other two witnesses', async () => {
  const goroot = await go(['env', 'GOROOT']);
  const names = ['encoding/csv', 'encoding/hex', 'html', 'mime/quotedprintable'];
  const { root, open } = await project({ 'examples/go.mod': 'module example.com/shop\n\ngo 1.24\n' });
  for (const name of names) {
    await mkdir(join(root, 'examples', name), { recursive: true });
    await cp(join(goroot, 'src', name), join(root, 'examples', name), { recursive: true });
  }
  const capture = await open({ timings: 'committed' });
  const units = names.map((name) => directory(name, `examples/${name}`, { bench: true }));
  const facts = await capture.capture(units);
  const sites = names.flatMap((name) => {
    const unit = facts.get(name)!;
    expect(unit.compile.errors).toEqual([]);
    expect(unit.profile!.runs.length).toBe(unit.bench!.benchmarks.length);
    const { diagnostics } = unit.compile;
    const files = new Set(diagnostics.flatMap(({ pos }) => (pos?.file.endsWith('.go') ? pos.file : [])));
    return [...files].flatMap((file) => {
      const source = readFileSync(join(root, 'examples', name, file), 'utf8');
      return findSites(diagnostics, file, source, (line) => line, witnessesOf(unit));
    });
  });
  const seen = sites.filter(({ evidence }) => evidence?.run);
  console.log(`${sites.length} sites, ${seen.length} of them seen in runs`);
  expect(seen.length).toBeGreaterThan(10);
  expect(sites.filter(({ verdict }) => verdict === 'unproven')).toEqual([]);
}, 300_000);

async function go(args: string[], onStderr: (text: string) => void = () => {}): Promise<string> {
  const cwd = await mkdtemp(join(tmpdir(), 'corpus-'));
  onTestFinished(() => rm(cwd, { recursive: true, force: true }));
  const env = { ...process.env, GOFLAGS: '', GOWORK: 'off' };
  const { exit, stdout } = await spawnGroup('go', args, { cwd, env, onStderr });
  expect(exit).toBe(0);
  return stdout.trim();
}
