import type { BlockFacts, PageFacts, Problem } from '@escapement/facts';
import type { Code, Paragraph, RootContent, Text } from 'mdast';
import type { Example } from '../page/example.ts';
import type { VerifiedPage } from '../verify/page.ts';
import { blockFacts } from './block.ts';
import { editTree, type Edits } from './edit.ts';
import { linksOf } from './links.ts';
import { outputFigure } from './output.ts';
import { sentenceOf } from './claim.ts';
import { problemNode, problemWords } from './problem.ts';

/**
 * Puts the facts into a page's tree: code as the reader sees it, with the id of its facts in the meta;
 * output below programs that ran; tables and numbers in the place of directives; problems where they
 * are. Returns the facts for whoever renders the blocks.
 */
export function attachFacts(page: VerifiedPage): PageFacts {
  const blocks: Record<string, BlockFacts> = {};
  const open = new Set(page.problems);
  const edits: Edits = new Map();
  for (const example of page.examples) {
    const facts = page.facts.get(example.unit);
    if (!facts) continue;
    const own = page.problems.filter((problem) => isInExample(problem, example));
    own.forEach((problem) => open.delete(problem));
    const unit = page.links && page.units.find(({ id }) => id === example.unit);
    const block = blockFacts(example, facts, own);
    if (unit) block.links = linksOf(unit, facts.compile.toolchain, block.copy ?? example.shown.code);
    blocks[example.id] = block;
    showCode(example, block);
    if (example.meta.run && facts.run)
      edits.set(example.node, [example.node, outputFigure(example, facts.run)]);
  }
  for (const node of page.ignored) edits.set(node, showUnverified(node));
  for (const directive of page.directives) {
    const { node, content, problem } = directive;
    const inline = node.type === 'textDirective';
    // Of a page that is broken elsewhere not all is told: this may only be what follows from that.
    if (problem && !open.delete(problem)) {
      edits.set(node, inline && content.length === 0 ? [UNKNOWN] : content);
      continue;
    }
    const told = problem ? [inline ? problemWords(problem) : problemNode(problem, page)] : [];
    edits.set(node, [...told, ...content]);
  }
  editTree(page.tree, edits);
  for (const problem of open) insertByLine(page, problem);
  // Only now do the sentences hold the numbers that `:fact` puts into them.
  const claims = page.directives.flatMap(({ claim, node }) =>
    claim ? { ...claim, sentence: sentenceOf(node) } : [],
  );
  return { blocks, ...(claims.length > 0 && { claims }) };
}

/** Stands in a sentence for a number that can't be known. */
const UNKNOWN: Text = { type: 'text', value: '(unknown)' };

/** Whether a problem stands in the example's fence, or in the part of a file that it quotes. */
export function isInExample({ path, start }: Problem, { page, node, quotes, shown }: Example): boolean {
  const { position } = node;
  if (path === page && position) return start.line >= position.start.line && start.line <= position.end.line;
  return path === quotes && shown.lines.includes(start.line);
}

function showCode({ node, shown, rest, id }: Example, facts: BlockFacts): void {
  node.value = shown.code;
  node.meta = [rest, `escapement=${id}`].filter((word) => word !== '').join(' ');
  // Where nothing else makes an element of the code, the output below it leads here.
  node.data = { ...node.data, hProperties: { id: `${id}-code` }, escapement: facts };
}

/** An author may leave a fence out of the verification, but not hide it from the reader. */
function showUnverified(node: Code): RootContent[] {
  node.meta = (node.meta ?? '').replace(/(^|\s)ignore(?=\s|$)/, '').trim() || null;
  const told: Paragraph = {
    type: 'paragraph',
    children: [{ type: 'text', value: 'This example is not verified.' }],
    data: { hProperties: { className: ['escapement-provenance'] } },
  };
  return [node, told];
}

/** Shows a problem that belongs to no block in front of the top-level node that holds its line. */
function insertByLine(page: VerifiedPage, problem: Problem): void {
  const { children } = page.tree;
  const at = children.findIndex(
    ({ position }) => position !== undefined && position.end.line >= problem.start.line,
  );
  children.splice(at < 0 ? children.length : at, 0, problemNode(problem, page));
}

declare module 'mdast' {
  interface CodeData {
    /** Facts of the block, for hosts that read the tree. */
    escapement?: BlockFacts;
  }
}
