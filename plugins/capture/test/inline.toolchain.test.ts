import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inlineTrees, originsOf, type GoPosition, type InlinedCall } from '@escapement/facts';
import { expect, onTestFinished, test } from 'vitest';
import { captureDirect, spawnGroup } from '../src/index.ts';

/*
 * The compiler's own records (`-json=0,DIR`) say of each escape in inlined code by which calls it came
 * there. What is put together from the text of the same compile must never say anything else.
 */
const folder = fileURLToPath(new URL('./fixtures/inline/', import.meta.url));
const { stdout: goroot } = await spawnGroup('go', ['env', 'GOROOT'], { cwd: folder, env: process.env });
const standard = ['strings', 'bufio', 'text/template', 'encoding/json', 'math/big', 'go/parser', 'net/netip'];

test.each([
  ...readdirSync(folder).map((name) => [name, join(folder, name)]),
  ...standard.map((name) => [name, join(goroot.trim(), 'src', name)]),
])('%s', async (name, path) => {
  const records = await mkdtemp(join(tmpdir(), 'inline-'));
  onTestFinished(() => rm(records, { recursive: true, force: true }));
  const gcflags = ['-m=2', `-json=0,file://${records}`];
  const { diagnostics, files } = await captureDirect(path, { go: 'go', gcflags });
  const trees = inlineTrees(diagnostics, new Map(files.map((file) => [file.name, file.source])));
  const originOf = originsOf(diagnostics, trees);
  const known = await read(records, path.endsWith('.go') ? dirname(path) : path);

  const counts = { outside: 0, placed: 0, open: 0, elsewhere: 0 };
  const wrong: string[] = [];
  for (const [key, chains] of Map.groupBy(known, ({ at, subject }) => `${print(at)} ${subject}`)) {
    const { at, subject } = chains[0]!;
    const decision = diagnostics.find(
      ({ kind, flows, pos, subject: other }) =>
        !flows && kind === 'escapes' && pos && print(pos) === print(at) && other === wordOf(subject),
    );
    if (!decision) continue;
    const origin = originOf(decision);
    // At the name of a generic function stand the wrappers of its instances, which nobody wrote.
    if (trees.bodies.isStart(at)) continue;
    // The result of an inlined call is at its place, and so are variables within: they are not told apart.
    if (!origin && /^[\w.~]+$/.test(subject)) continue;
    const ours = origin && [...origin.path.map((call) => call.at), origin.at];
    const fits = chains.every(({ chain }) =>
      origin ? chain.length > 0 && agrees(origin.path, origin.at, [at, ...chain]) : chain.length === 0,
    );
    if (!fits)
      wrong.push(
        `${key}: ${JSON.stringify(origin)} but ${chains.map(({ chain }) => chain.map(print)).join(' | ')}`,
      );
    const inside = chains.every(({ chain }) => chain.every(({ file }) => !file.includes('/')));
    if (!origin) counts.outside++;
    else if (ours!.every((place) => place)) counts.placed++;
    else if (inside) counts.open++;
    else counts.elsewhere++;
  }
  console.log(name, JSON.stringify(counts), `${size(trees.all())} inlined calls`);
  expect(wrong).toEqual([]);
  expect(counts.placed).toBeGreaterThan(0);
});

/** The places that are told must be those of the chain, in its order, none left out between two. */
function agrees(path: { at?: GoPosition }[], at: GoPosition | undefined, chain: GoPosition[]): boolean {
  const calls = chain.slice(0, -1).map(print);
  const told = path.map((call) => call.at);
  const open = told.indexOf(undefined);
  const sure = open < 0 ? told : told.slice(0, open);
  if (at && print(at) !== print(chain.at(-1)!)) return false;
  if (at && open < 0 && sure.length !== calls.length) return false;
  return sure.every((place, index) => print(place!) === calls[index]);
}

interface Known {
  at: GoPosition;
  subject: string;
  chain: GoPosition[];
}

async function read(records: string, dir: string): Promise<Known[]> {
  const names = await readdir(records, { recursive: true });
  const paths = names.filter((name) => name.endsWith('.json')).map((name) => join(records, name));
  const lists = await Promise.all(paths.map(async (path) => escapesIn(await readFile(path, 'utf8'), dir)));
  return lists.flat();
}

function escapesIn(text: string, dir: string): Known[] {
  const [head, ...lines] = text.trim().split('\n');
  const { file } = JSON.parse(head!) as { file: string };
  return lines.flatMap((line) => {
    const { range, message, relatedInformation = [] } = JSON.parse(line) as Record;
    const subject = message.endsWith(ESCAPES) ? message.slice(0, -ESCAPES.length) : undefined;
    if (subject === undefined) return [];
    const end = relatedInformation.findIndex((related) => related.message !== 'inlineLoc');
    const chain = relatedInformation
      .slice(0, end)
      .map(({ location }) => placeIn(dir, location.uri, location.range));
    return [{ at: placeIn(dir, file, range), subject, chain }];
  });
}

const ESCAPES = ' escapes to heap';

interface Record {
  range: Range;
  message: string;
  relatedInformation?: { location: { uri: string; range: Range }; message: string }[];
}

interface Range {
  start: { line: number; character: number };
}

/** A file of the package by its name, as the text has it; one of another package by its path. */
function placeIn(dir: string, uri: string, { start }: Range): GoPosition {
  const path = uri.replace(/^file:\/\//, '');
  return { file: dirname(path) === dir ? basename(path) : path, line: start.line, column: start.character };
}

function print({ file, line, column }: GoPosition): string {
  return `${file}:${line}:${column}`;
}

/** A decision about an `append` names only the word. */
function wordOf(subject: string): string {
  return subject.startsWith('append(') ? 'append' : subject;
}

function size(calls: InlinedCall[]): number {
  return calls.reduce((sum, call) => sum + 1 + size(call.calls), 0);
}
