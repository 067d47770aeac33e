import {
  isExternalTest,
  packageName,
  wrapFragment,
  type GoFile,
  type Point,
  type Problem,
  type Unit,
  type Variant,
} from '@escapement/facts';
import type { Example } from './example.ts';

/**
 * Joins examples into the units that the toolchain compiles. Fences with the same `pkg` become one
 * package, whose fragments take the package name of the others; quotes of one directory are one unit,
 * whatever page they stand on.
 *
 * Returns the examples as they are compiled (file names and package clauses made to fit).
 */
export function planUnits(examples: Example[]): { units: Unit[]; examples: Example[]; problems: Problem[] } {
  const groups = new Map<string, Example[]>();
  for (const example of examples) {
    groups.set(example.unit, [...(groups.get(example.unit) ?? []), example]);
  }
  const problems: Problem[] = [];
  const fitted: Example[] = [];
  const units: Unit[] = [];
  for (const [id, group] of groups) {
    const clash = disagreement(group);
    if (clash) {
      problems.push(clash);
      continue;
    }
    const members = id.startsWith('dir:') ? group : fit(group);
    fitted.push(...members);
    units.push(unitOf(id, members));
  }
  return { units, examples: fitted, problems };
}

function unitOf(id: string, members: Example[]): Unit {
  const running = members.find(({ meta }) => meta.run);
  const gcflags = members.find(({ meta }) => meta.gcflags.length > 0)?.meta.gcflags ?? [];
  return {
    id,
    package: id.startsWith('dir:')
      ? { kind: 'directory', dir: id.slice(4).replace(/#.*$/, '') }
      : filesOf(members),
    fails: members.some(({ meta }) => meta.fails),
    ...(running && { run: { args: [], exit: running.meta.exit } }),
    test: members.some(({ meta }) => meta.test),
    bench: members.some(({ meta }) => meta.bench),
    ...(gcflags.length > 0 && { gcflags }),
    ...(members.some(({ meta }) => meta.show.includes('bounds')) && { bounds: true }),
    ...(running && members.some(({ meta }) => isProbed(meta)) && { probe: true }),
    ...(members.some(({ meta }) => meta.show.includes('gc')) && { gc: true }),
    ...variantsOf(members),
  };
}

/** Only an external test needs the package's name: without one, equal fences are one package everywhere. */
function filesOf(members: Example[]): Unit['package'] {
  const files = members.map(({ file, source }): GoFile => ({ name: file, source }));
  const name = members[0]!.meta.pkg;
  const imported = name !== undefined && members.some(({ source }) => isExternalTest(source));
  return { kind: 'files', files, ...(imported && { name }) };
}

/** Both come from one run of the program with a probe in it. */
function isProbed({ show }: Example['meta']): boolean {
  return show.includes('profile') || show.includes('stack');
}

/** Every version for every architecture that any fence of the package asks for. */
function variantsOf(members: Example[]): { variants?: Variant[] } {
  const versions = [...new Set(members.flatMap(({ meta }) => meta.go))];
  const targets = [...new Set(members.flatMap(({ meta }) => meta.goarch))];
  if (versions.length === 0)
    return targets.length === 0 ? {} : { variants: targets.map((goarch) => ({ goarch })) };
  if (targets.length === 0) return { variants: versions.map((go) => ({ go })) };
  return { variants: versions.flatMap((go) => targets.map((goarch) => ({ go, goarch }))) };
}

/** Gives the fences of one package different file names and one package name. */
function fit(group: Example[]): Example[] {
  const name =
    plainNames(group)[0] ?? (group.some(({ source }) => packageName(source) === 'main') ? 'main' : 'example');
  const taken = new Set<string>();
  return group.map((example) => {
    const file = freeName(example.file, taken);
    taken.add(file);
    const wrapped =
      group.length > 1 ? wrapFragment(example.node.value.replaceAll('\r', ''), name) : undefined;
    return { ...example, file, ...(wrapped && 'source' in wrapped && { source: wrapped.source }) };
  });
}

/** The names in the package clauses of the author's text, `_test` packages aside. */
function plainNames(group: Example[]): string[] {
  const names = group.map(({ node }) => packageName(node.value)).filter((name) => name !== undefined);
  return [...new Set(names)].filter((name) => !name.endsWith('_test'));
}

function freeName(file: string, taken: Set<string>): string {
  const [, stem, suffix] = /^(.*?)((?:_test)?\.go)$/.exec(file)!;
  let name = file;
  for (let at = 2; taken.has(name); at++) name = `${stem}${at}${suffix}`;
  return name;
}

function disagreement(group: Example[]): Problem | undefined {
  return otherFlags(group) ?? otherName(group);
}

/** Flags are a package's: one of its fences gives them, or several the same. */
function otherFlags(group: Example[]): Problem | undefined {
  const [first, ...others] = group.filter(({ meta }) => meta.gcflags.length > 0);
  const flags = first?.meta.gcflags.join(' ');
  const second = others.find(({ meta }) => meta.gcflags.join(' ') !== flags);
  if (!second) return undefined;
  return {
    rule: 'package-mixed',
    path: second.page,
    ...(second.words.get('gcflags') ?? { start: second.place }),
    reason: `Unexpected \`gcflags="${second.meta.gcflags.join(' ')}"\` in \`pkg=${second.meta.pkg}\`, a fence before it has \`gcflags="${flags}"\``,
  };
}

function otherName(group: Example[]): Problem | undefined {
  const tested = ({ node }: Example) => packageName(node.value)?.replace(/_test$/, '');
  const first = group.map(tested).find((name) => name !== undefined);
  const second = group.find((example) => ![undefined, first].includes(tested(example)));
  if (!second) return undefined;
  const other = packageName(second.node.value);
  return {
    rule: 'package-mixed',
    path: second.page,
    start: clausePlace(second),
    reason: `Unexpected package \`${other}\` in \`pkg=${second.meta.pkg}\`, the fences before it are package \`${first}\``,
  };
}

/** The place of the package clause. */
function clausePlace({ node, origin, place }: Example): Point {
  const lines = node.value.split('\n');
  const at = lines.findIndex((line) => /^\s*package\s/.test(line));
  return at < 0
    ? place
    : { line: origin.line + at, column: origin.columns[at]! + 1 + lines[at]!.search(/\S/) };
}
