import type { ExpressiveCodeBlock, ExpressiveCodeLine, ExpressiveCodePlugin } from '@expressive-code/core';
import { addClassName } from '@expressive-code/core/hast';
import { renderNotes } from '@escapement/render';
import { spanAnnotation } from './annotation.ts';
import { renderGutter } from './gutter.ts';
import { factsOf } from './page.ts';
import { markLines, type MarkedLine } from './spans.ts';
import { baseStyles } from './styles.ts';

/**
 * Expressive Code plugin: marks the allocation sites of verified Go blocks and puts their notes below
 * the frame. It works on fences with `escapement=ID` in a document whose root carries
 * `data.escapement` (see `factsOf`), and leaves every other block as it is.
 */
export function pluginEscapement(): ExpressiveCodePlugin {
  const marked = new WeakMap<ExpressiveCodeBlock, Map<ExpressiveCodeLine, MarkedLine>>();
  return {
    name: 'Escapement',
    baseStyles,
    hooks: {
      // Before any plugin takes lines away (the frames plugin does, for a comment with a file name),
      // as facts count the lines of the block as it was written.
      preprocessMetadata: ({ codeBlock }) => {
        const facts = factsOf(codeBlock);
        if (!facts) return;
        const lines = codeBlock.getLines();
        const byIndex = markLines(facts, lines.map(({ text }) => text));
        marked.set(codeBlock, new Map([...byIndex].map(([i, line]) => [lines[i]!, line])));
      },
      annotateCode: ({ codeBlock, addGutterElement }) => {
        const facts = factsOf(codeBlock);
        const lines = marked.get(codeBlock);
        if (!facts || !lines || lines.size === 0) return;
        for (const [line, { spans }] of lines)
          for (const span of spans) line.addAnnotation(spanAnnotation(facts.id, span));
        addGutterElement({
          renderLine: ({ line }) => renderGutter(lines.get(line)),
          renderPlaceholder: () => renderGutter(),
        });
      },
      postprocessRenderedBlockGroup: ({ renderedGroupContents, renderData }) => {
        for (const { codeBlock } of renderedGroupContents) {
          const facts = factsOf(codeBlock);
          if (!facts) continue;
          const notes = renderNotes(facts);
          // Starlight styles the prose of a page; this class keeps it away from the notes.
          addClassName(notes, 'not-content');
          renderData.groupAst.children.push(notes);
        }
      },
    },
  };
}
