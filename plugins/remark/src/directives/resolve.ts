import { closest } from 'fastest-levenshtein';
import type { PageClaim, Problem, RuleId } from '@escapement/facts';
import type { BlockContent, PhrasingContent, Root } from 'mdast';
import type { ContainerDirective, Directives } from 'mdast-util-directive';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { benchTable, mixedTimings } from '../attach/bench-table.ts';
import { blockFacts } from '../attach/block.ts';
import { claimSection, sentenceOf } from '../attach/claim.ts';
import { escapesTable } from '../attach/escapes-table.ts';
import { versionsTable } from '../attach/versions-table.ts';
import { profileTables } from '../attach/profile-table.ts';
import { judgeClaim, type ClaimRequest } from './claim.ts';
import { readFact } from './fact.ts';
import { directiveSchemas, isOurs, type DirectiveName } from './schema.ts';
import {
  findBenchmarks,
  findExample,
  findProfiles,
  type PageKnowledge,
  type TargetProblem,
} from './target.ts';

/** A directive of ours with what takes its place, and with what is wrong with it. */
export interface Resolved {
  node: Directives;
  content: (BlockContent | PhrasingContent)[];
  problem?: Problem;
  /** Set for a `:::claim` that could be judged, also where it came out otherwise than the page teaches. */
  claim?: PageClaim;
}

/** Resolves all directives of ours on a page. It changes nothing: the caller puts the content in. */
export function resolveDirectives(tree: Root, path: string, page: PageKnowledge): Resolved[] {
  const resolved: Resolved[] = [];
  visit(tree, ['leafDirective', 'textDirective', 'containerDirective'], (node) => {
    const directive = node as Directives;
    if (!isOurs(directive.name)) return;
    const { trouble, ...rest } = resolve(directive, directive.name, path, page);
    const problem = trouble && { path, start: pointOf(directive), ...trouble };
    resolved.push({ node: directive, ...rest, ...(problem && { problem }) });
  });
  return resolved;
}

type Found = Directives['type'];
type Content = (BlockContent | PhrasingContent)[];
type Trouble = { rule: RuleId; reason: string; expected?: string[]; note?: string };

function resolve(
  node: Directives,
  name: DirectiveName,
  path: string,
  page: PageKnowledge,
): Omit<Resolved, 'node' | 'problem'> & { trouble?: Trouble } {
  if (name === 'claim' && node.type === 'containerDirective') {
    const attributes = directiveSchemas.claim.safeParse(node.attributes ?? {});
    if (attributes.success) return claimContent(node, path, page, attributes.data);
    // The sentence stays: only the claim about it can't be read.
    return { content: node.children as Content, trouble: attributeTrouble(name, attributes.error.issues) };
  }
  const content = contentOf(node, name, page);
  return Array.isArray(content) ? { content } : { content: [], trouble: content };
}

const FORMS: Partial<Record<DirectiveName, Found>> = { fact: 'textDirective', claim: 'containerDirective' };

function contentOf(node: Directives, name: DirectiveName, page: PageKnowledge): Content | Trouble {
  if (node.type !== (FORMS[name] ?? 'leafDirective')) return form(name, node);
  const attributes = directiveSchemas[name].safeParse(node.attributes ?? {});
  if (!attributes.success) return attributeTrouble(name, attributes.error.issues);
  const { of } = attributes.data;
  if (name === 'fact') return factContent(node, page, attributes.data);
  if (name === 'bench') return benchContent(page, of);
  if (name === 'profile') return profileContent(page, of);
  return name === 'escapes' ? escapesContent(page, of) : versionsContent(page, of);
}

function claimContent(
  node: ContainerDirective,
  path: string,
  page: PageKnowledge,
  request: ClaimRequest,
): ReturnType<typeof resolve> {
  const { claim: judged, trouble } = { claim: undefined, trouble: undefined, ...judgeClaim(page, request) };
  if (!judged) return { content: node.children as Content, ...(trouble && { trouble }) };
  const claim: PageClaim = { ...judged, page: path, line: pointOf(node).line, sentence: sentenceOf(node) };
  return { content: [claimSection(claim, node.children)], claim, ...(trouble && { trouble }) };
}

function benchContent(page: PageKnowledge, of: string): Content | Trouble {
  const found = of.split(/\s+/).map((name) => findBenchmarks(page, name));
  const wrong = found.find((target): target is TargetProblem => 'reason' in target);
  if (wrong) return { rule: 'directive-target', ...wrong };
  const rows = found.flatMap((target) => ('reason' in target ? [] : target));
  const places = mixedTimings(rows);
  return places ? mixed(places) : benchTable(rows);
}

function mixed(places: string[]): Trouble {
  return {
    rule: 'timings-mixed',
    reason: 'Unexpected comparison of timings that were not taken on one machine with one Go',
    note: `They were taken with:\n${places.join('\n')}\nTake them together, on a quiet machine: npx escapement measure`,
  };
}

function escapesContent(page: PageKnowledge, of: string): Content | Trouble {
  const example = findExample(page, of);
  if ('reason' in example) return { rule: 'directive-target', ...example };
  const facts = page.facts.get(example.unit);
  return facts ? [escapesTable(blockFacts(example, facts, []).sites)] : [];
}

function versionsContent(page: PageKnowledge, of: string): Content | Trouble {
  const example = findExample(page, of);
  if ('reason' in example) return { rule: 'directive-target', ...example };
  const variants = page.facts.get(example.unit)?.variants;
  if (variants) return [versionsTable(example, variants)];
  return {
    rule: 'directive-target',
    reason: `Unexpected example \`${of}\` of \`versions\`: its fence asks for no other Go version or architecture`,
    expected: ['go="1.24 1.26"', 'goarch="386 amd64"'],
  };
}

function profileContent(page: PageKnowledge, of: string): Content | Trouble {
  const found = findProfiles(page, of);
  if ('reason' in found) return { rule: 'directive-target', ...found };
  if (found.runs.length > 0) return profileTables(found.example, found.runs);
  return {
    rule: 'directive-target',
    reason: `Unexpected example \`${of}\` of \`profile\`: its fence asks for no memory profile`,
    expected: ['bench', 'run show=profile'],
  };
}

function factContent(
  node: Directives,
  page: PageKnowledge,
  attributes: { of: string; func?: string | undefined; as?: 'number' | undefined },
): Content | Trouble {
  const fact = readFact(page, toString(node), attributes);
  if ('reason' in fact) return fact;
  const span: PhrasingContent = {
    type: 'emphasis',
    children: [{ type: 'text', value: fact.text }],
    data: { hName: 'span', hProperties: { className: ['escapement-fact'], title: fact.source } },
  };
  return [span];
}

function form(name: DirectiveName, { type }: Directives): Trouble {
  const shape = SHAPES[name] ?? `::${name}{of=…} on a line of its own`;
  const colons = {
    textDirective: 'one colon',
    leafDirective: 'two colons',
    containerDirective: 'three colons',
  };
  return {
    rule: 'directive-attribute',
    reason: `Unexpected \`${name}\` with ${colons[type]}, expected ${shape}`,
  };
}

const SHAPES: Partial<Record<DirectiveName, string>> = {
  fact: ':fact[allocs/op]{of=…} inside a sentence',
  claim: ':::claim{#id of=… expect="…"} around a sentence, with ::: behind it',
};

function attributeTrouble(
  name: DirectiveName,
  issues: { code?: string; path: PropertyKey[]; message: string; keys?: string[] }[],
): Trouble {
  const known = Object.keys(directiveSchemas[name].shape);
  const [key] = issues.flatMap(({ keys }) => keys ?? []);
  if (key !== undefined) {
    const near = closest(key, known);
    return {
      rule: 'directive-attribute',
      reason: `Unexpected attribute \`${key}\` of \`${name}\`, did you mean \`${near}\`?`,
      expected: known,
    };
  }
  return {
    rule: 'directive-attribute',
    reason: unfit(name, issues[0]!),
    expected: known,
  };
}

function unfit(name: string, { path, message }: { path: PropertyKey[]; message: string }): string {
  const attribute = String(path[0]);
  return message.endsWith('received undefined')
    ? `Unexpected \`${name}\` without \`${attribute}\`, expected \`${attribute}=…\``
    : `Unexpected value of \`${attribute}\` in \`${name}\`: ${message}`;
}

function pointOf({ position }: Directives): Problem['start'] {
  return position ? { line: position.start.line, column: position.start.column } : { line: 1, column: 1 };
}
