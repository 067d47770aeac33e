import { readdirSync, readFileSync } from 'node:fs';
import { findSites, witnessesOf, type Site, type UnitFacts } from '@escapement/facts';
import { expect, test } from 'vitest';
import { captureOptions, openCapture } from '../src/index.ts';
import { fence, files as several, project } from './project.ts';

/*
 * Every file of fixtures/witnesses/ is a test: a comment at the end of a line says what its sites must
 * be, in order: the verdict, `?` behind it where the code cannot be held to speak of that very site, and
 * the reason. A line without one must have none. `// go 1.24 1.26` on top asks for other Go, `// goarch 386` for
 * another target; a file with benchmarks is run.
 */
const folder = new URL('./fixtures/witnesses/', import.meta.url);
const files = readdirSync(folder).flatMap((name) => {
  const source = readFileSync(new URL(name, folder), 'utf8');
  const releases = /^\/\/ go (.+)/.exec(source)?.[1]?.split(' ') ?? [''];
  return releases.map((go) => [name, go, source] as const);
});

test.each(files)('%s %s', async (_, go, source) => {
  const found = sitesOf(await compiled(source, go), source);
  const lines = source.split('\n').map((line, at) => {
    const code = line.replace(/ *\/\/.*$/, '').trim();
    const sites = found.filter(({ span }) => span.line === at + 1).map(words);
    return { code, sites: sites.join(', ') };
  });
  const expected = source.split('\n').map((line, at) => {
    const said = /\S.* \/\/ ((?:heap|static|stack|bounded|grows|caller|unproven).*)$/.exec(line);
    return { code: lines[at]!.code, sites: said?.[1] ?? '' };
  });
  expect(lines).toEqual(expected);
});

test('code inlined from another file of the package is looked for there', async () => {
  const calls = `package main

type plan struct{ a, b, c, d int }

var kept *plan
var text any

func main() {
	kept = newPlan()
	kept = (&shop{}).plan()
	text = label()
	both()
}
`;
  const callees = `package main

type shop struct{}

func (s *shop) plan() *plan { return &plan{a: 2} }

func newPlan() *plan {
	make := func() *plan {
		return &plan{a: 1}
	}
	return make()
}

func label() any { return "plan" }

func both() {
	kept = newPlan()
}
`;
  const { root } = await project();
  const engine = await openCapture(root, captureOptions.parse({}));
  const code = several('two', { 'main.go': calls, 'shop.go': callees });
  const facts = (await engine.capture([code])).get('two')!;
  expect(facts.compile.errors).toEqual([]);
  const sites = sitesOf(facts, calls).map(({ span, subject, verdict, evidence }) =>
    [span.line, subject, verdict, ...(evidence?.codegen ?? ['?'])].join(' '),
  );
  expect(sites).toEqual([
    '9 &plan{...} heap runtime.newobject',
    '10 &plan{...} heap runtime.newobject',
    '10 &shop{} stack',
    '11 "plan" static',
    '12 &plan{...} heap runtime.newobject',
  ]);
});

test('the command of another release and target names both', async () => {
  const { compile } = await compiled('// goarch 386\npackage main\n\nfunc main() {}\n', '1.24');
  expect(compile.command).toMatch(
    /^GOTOOLCHAIN=go1\.24\.\d+ GOOS=linux GOARCH=386 go build -gcflags=-m=2 main\.go$/,
  );
});

/** Where the code says nothing certain, there is no `codegen`; parameters have none by their nature. */
function words({ verdict, reason, evidence }: Site): string {
  const certain = evidence?.codegen || ['caller', 'stack', 'grows'].includes(verdict) || reason === undefined;
  return [`${verdict}${certain || isConstant(evidence!.escape) ? '' : '?'}`, reason]
    .filter(Boolean)
    .join(' ');
}

function isConstant(message: string): boolean {
  return /^(?:\d|"|true|false)/.test(message);
}

async function compiled(source: string, go: string): Promise<UnitFacts> {
  const goarch = /^\/\/ goarch (.+)/.exec(source)?.[1];
  const variant = { ...(go && { go }), ...(goarch && { goarch }) };
  const { root } = await project();
  const engine = await openCapture(root, captureOptions.parse({}), variant);
  const bench = source.includes('func Benchmark');
  const unit = fence('a', source, { bench }, bench ? 'main_test.go' : 'main.go');
  const facts = (await engine.capture([unit])).get('a')!;
  expect(facts.compile.errors).toEqual([]);
  return facts;
}

function sitesOf(facts: UnitFacts, source: string): Site[] {
  const file = facts.bench ? 'main_test.go' : 'main.go';
  return findSites(facts.compile.diagnostics, file, source, (line) => line, witnessesOf(facts));
}
