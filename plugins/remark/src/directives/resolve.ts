import type { Benchmark, PageClaim, Problem } from '@escapement/facts';
import type { Parent, Root } from 'mdast';
import type { Directives, TextDirective } from 'mdast-util-directive';
import { visit } from 'unist-util-visit';
import { benchContent, benchRows } from './bench.ts';
import { claimContent } from './claim-content.ts';
import { compareContent } from './compare.ts';
import { factContent } from './fact-link.ts';
import { placeInDirective } from './place.ts';
import { directiveSchemas, isOurs, type Attributes, type DirectiveName } from './schema.ts';
import { escapesContent, outputContent, profileContent, versionsContent } from './tables.ts';
import type { PageKnowledge } from './target.ts';
import { termContent } from './term.ts';
import { attributeTrouble, formTrouble, type Content, type Trouble } from './trouble.ts';

/** A directive of ours with what takes its place, and with what is wrong with it. */
export interface Resolved {
  node: Directives;
  content: Content;
  problem?: Problem;
  /** Set for a `:::claim` that could be judged, also where it came out otherwise than the page teaches. */
  claim?: PageClaim;
}

/** Resolves all directives of ours on a page. It changes nothing: the caller puts the content in. */
export function resolveDirectives(tree: Root, path: string, text: string, page: PageKnowledge): Resolved[] {
  const found = ourDirectives(tree);
  const tables = benchTables(found, page);
  return found.map(({ node, inLink }, at) => {
    const place = { path, text, id: figureId(node, at), tables, inLink };
    const { trouble, ...rest } = resolve(node, page, place);
    const problem = trouble && problemOf(trouble, node, path, text);
    return { node, ...rest, ...(problem && { problem }) };
  });
}

type Ours = Directives & { name: DirectiveName };

interface Place {
  /** The page. */
  path: string;
  text: string;
  /** Id of the figure that takes the directive's place. */
  id: string;
  /** Ids of the tables in which benchmarks stand. */
  tables: Map<Benchmark, string>;
  inLink: boolean;
}

function ourDirectives(tree: Root): { node: Ours; inLink: boolean }[] {
  const found: { node: Ours; inLink: boolean }[] = [];
  visit(tree, ['leafDirective', 'textDirective', 'containerDirective'], (node, _, parent) => {
    const directive = node as Directives;
    if (isOurs(directive.name))
      found.push({ node: directive as Ours, inLink: (parent as Parent | undefined)?.type === 'link' });
  });
  return found;
}

/** The first table of each benchmark, for the numbers in sentences that come from it. */
function benchTables(found: { node: Ours }[], page: PageKnowledge): Map<Benchmark, string> {
  const tables = new Map<Benchmark, string>();
  found.forEach(({ node }, at) => {
    if (node.name !== 'bench') return;
    const rows = benchRows(page, node.attributes?.of ?? '');
    if ('reason' in rows) return;
    for (const { counted } of rows) if (!tables.has(counted)) tables.set(counted, figureId(node, at));
  });
  return tables;
}

function figureId({ name }: Ours, at: number): string {
  return `esc-${name}-${at + 1}`;
}

function resolve(
  node: Ours,
  page: PageKnowledge,
  place: Place,
): Omit<Resolved, 'node' | 'problem'> & { trouble?: Trouble } {
  if (node.name === 'claim' && node.type === 'containerDirective') return claimContent(node, place, page);
  const told = contentOf(node, page, place);
  if (Array.isArray(told)) return { content: told };
  const { content = [], ...trouble } = told;
  return { content, trouble };
}

const FORMS: Partial<Record<DirectiveName, Directives['type']>> = {
  fact: 'textDirective',
  term: 'textDirective',
  claim: 'containerDirective',
};

function contentOf(node: Ours, page: PageKnowledge, place: Place): Content | Trouble {
  const { name } = node;
  const { id, text, tables, inLink } = place;
  if (node.type !== (FORMS[name] ?? 'leafDirective')) return formTrouble(name, node);
  const parsed = directiveSchemas[name].safeParse(node.attributes ?? {});
  if (!parsed.success) return attributeTrouble(name, parsed.error.issues, node.attributes ?? {});
  if (name === 'term') return termContent(node, page.glossary, parsed.data);
  const attributes = parsed.data as { of: string };
  switch (name) {
    case 'bench':
      return benchContent(page, attributes as Attributes<'bench'>, id);
    case 'compare':
      return compareContent(page, attributes as Attributes<'compare'>, id);
    case 'fact':
      return factContent(
        node as TextDirective,
        text,
        page,
        attributes as Attributes<'fact'>,
        inLink ? undefined : tables,
      );
    case 'profile':
      return profileContent(page, attributes.of, id);
    case 'output':
      return outputContent(page, attributes.of, id);
    case 'versions':
      return versionsContent(page, attributes.of, id);
    case 'escapes':
      return escapesContent(page, attributes.of, id);
    case 'claim':
      return formTrouble(name, node);
  }
}

function problemOf(
  { culprit, place, ...told }: Trouble,
  node: Directives,
  path: string,
  text: string,
): Problem {
  const word = culprit ?? /`([^`]+)`/.exec(told.reason)?.[1];
  return { path, ...(place ?? placeInDirective(node, text, word)), ...told };
}
