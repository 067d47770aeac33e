import type { Problem } from '@escapement/facts';
import type { Root, Text } from 'mdast';
import type { Directives } from 'mdast-util-directive';
import { visit } from 'unist-util-visit';
import { didYouMean } from '../did-you-mean.ts';
import { placeInDirective, pointAt } from './place.ts';
import { directiveSchemas, isOurs, type DirectiveName } from './schema.ts';
import { shapeOf } from './trouble.ts';

/** Slips that make of a directive something else: a wrong name, braces that are not closed, a claim without an end. */
export function directiveSlips(tree: Root, path: string, text: string): Problem[] {
  const problems: Problem[] = [];
  visit(tree, (node) => {
    if (node.type === 'text') problems.push(...unparsed(node, path, text));
    else if (!node.type.endsWith('Directive')) return;
    else if (isOurs((node as Directives).name)) problems.push(...unclosed(node as Directives, path, text));
    else if (isNearOurs(node as Directives)) problems.push(unknown(node as Directives, path));
  });
  return problems;
}

/** Whether a directive was meant as one of ours: its name is near, and it is written like it. */
export function isNearOurs(node: Directives): boolean {
  const near = didYouMean(node.name, NAMES);
  if (isOurs(node.name) || near === '') return false;
  const attributes = Object.keys(node.attributes ?? {});
  const label = node.type === 'textDirective' && node.children.length > 0;
  return label || attributes.some((key) => KEYS.has(key));
}

const NAMES = Object.keys(directiveSchemas) as DirectiveName[];
const KEYS = new Set(Object.values(directiveSchemas).flatMap(({ shape }) => Object.keys(shape)));

function unknown({ name, position }: Directives, path: string): Problem {
  const { line, column } = position?.start ?? { line: 1, column: 1 };
  return {
    rule: 'directive-unknown',
    path,
    start: { line, column },
    reason: `Unexpected directive \`${name}\`${didYouMean(name, NAMES)}`,
    expected: NAMES,
    actual: name,
  };
}

/** What the parser has left as text, though it begins like a directive of ours. */
function unparsed({ position }: Text, path: string, text: string): Problem[] {
  const { start, end } = position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return [];
  const source = text.slice(start.offset, end.offset);
  if (!source.includes(':')) return [];
  return [...source.matchAll(WRITTEN)].map((match): Problem => {
    const name = match[1] as DirectiveName;
    return {
      rule: 'directive-attribute',
      path,
      start: pointAt(text, start.offset! + match.index),
      reason: match[2]
        ? `Unexpected \`${name}\` here, expected ${shapeOf(name)}`
        : `Unexpected end of \`${name}\`: its attributes are not closed by \`}\``,
    };
  });
}

const WRITTEN = new RegExp(
  String.raw`(?<![\\:\w]):{1,3}(${NAMES.join('|')})(?:\[[^\]\n]*\])?\{[^}\n]*(\})?`,
  'g',
);

function unclosed(node: Directives, path: string, text: string): Problem[] {
  if (node.type !== 'containerDirective' || !node.position) return [];
  const last = text.split('\n')[node.position.end.line - 1] ?? '';
  if (/:{3,}\s*$/.test(last)) return [];
  return [
    {
      rule: 'directive-attribute',
      path,
      ...placeInDirective(node, text, undefined),
      reason: `Unexpected end of the page: \`${node.name}\` is not closed by \`:::\` on a line of its own`,
    },
  ];
}
