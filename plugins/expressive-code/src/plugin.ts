import type { ExpressiveCodeBlock, ExpressiveCodeLine, ExpressiveCodePlugin } from '@expressive-code/core';
import { addClassName, h, setInlineStyle } from '@expressive-code/core/hast';
import {
  blockAttributes,
  markLines,
  renderGutter,
  renderNotes,
  script,
  wrapIndent,
  type MarkedLine,
} from '@escapement/render';
import { spanAnnotation } from './annotation.ts';
import { copyWhole } from './copy.ts';
import { lineAnnotation } from './line.ts';
import { factsOf } from './page.ts';
import { removePlainStyles } from './plain.ts';
import { baseStyles } from './styles.ts';

/**
 * Expressive Code plugin: marks the allocation sites of verified Go blocks and puts their notes below
 * the frame. It works on fences with `escapement=ID` in a document whose root carries
 * `data.escapement` (see `factsOf`). Other blocks stay as they are, but for the indent of wrapped lines that
 * begin with tabs.
 */
export function pluginEscapement(): ExpressiveCodePlugin {
  const marked = new WeakMap<ExpressiveCodeBlock, Map<ExpressiveCodeLine, MarkedLine>>();
  return {
    name: 'Escapement',
    baseStyles,
    jsModules: [script],
    hooks: {
      // Before any plugin takes lines away (the frames plugin does, for a comment with a file name),
      // as facts count the lines of the block as it was written.
      preprocessMetadata: ({ codeBlock }) => {
        const facts = factsOf(codeBlock);
        if (!facts) return;
        const lines = codeBlock.getLines();
        const shown = markLines(
          facts,
          lines.map(({ text }) => text),
        );
        marked.set(codeBlock, new Map([...shown].map(([index, line]) => [lines[index]!, line])));
      },
      postprocessAnalyzedCode: ({ codeBlock, styleVariants }) => {
        if (factsOf(codeBlock)) removePlainStyles(codeBlock, styleVariants);
      },
      annotateCode: ({ codeBlock, addGutterElement }) => {
        const lines = marked.get(codeBlock);
        if (!lines || lines.size === 0) return;
        for (const [line, shown] of lines) {
          shown.spans.forEach((span, part) => line.addAnnotation(spanAnnotation(span, part)));
          line.addAnnotation(lineAnnotation(shown));
        }
        addGutterElement({
          renderLine: ({ line }) => renderGutter(lines.get(line)),
          renderPlaceholder: () => renderGutter(),
        });
      },
      postprocessRenderedLine: ({ codeBlock, line, renderData }) => {
        const indent = codeBlock.props.wrap && wrapIndent(line.text, codeBlock.props.hangingIndent);
        if (indent) setInlineStyle(renderData.lineAst, '--ecIndent', indent);
      },
      postprocessRenderedBlock: ({ codeBlock, renderData }) => {
        const copy = factsOf(codeBlock)?.copy;
        if (copy !== undefined) copyWhole(renderData.blockAst, copy);
      },
      postprocessRenderedBlockGroup: ({ renderedGroupContents, renderData }) => {
        const notes = renderedGroupContents.flatMap(({ codeBlock }) => {
          const facts = factsOf(codeBlock);
          return facts ? renderNotes(facts) : [];
        });
        if (notes.length === 0) return;
        // Starlight styles the prose of a page; this class keeps it away from the notes.
        for (const each of notes) addClassName(each, 'not-content');
        const { groupAst } = renderData;
        // Expressive Code's own element is outside of what a plugin can style.
        const [{ codeBlock }] = renderedGroupContents as [(typeof renderedGroupContents)[number]];
        const facts = factsOf(codeBlock) ?? { id: '', sites: [] };
        const attributes = blockAttributes(facts, codeBlock.getLines().length);
        groupAst.children = [h('div', attributes, [...groupAst.children, ...notes])];
      },
    },
  };
}
