import { metaSchema } from '../../plugins/remark/src/page/meta.ts';
import { leavesOf, type Leaf } from './schema.ts';

/** The reference page of the words behind a fence, made from their schema. */
export function wordsPage(): string {
  const rows = leavesOf(metaSchema).map(
    (leaf) => `| \`${written(leaf)}\` | ${leaf.standard} | ${leaf.description} |`,
  );
  return `${HEAD}\n${['| Word | Without it | What it does |', '|---|---|---|', ...rows].join('\n')}\n${FOOT}`;
}

/** A flag stands alone; all else has a value. */
function written({ path, type }: Leaf): string {
  return type === 'boolean' ? path : `${path}=…`;
}

const HEAD = `---
title: Words of a fence
description: Every word that may stand behind go at the beginning of a fence.
editUrl: false
---

Words stand behind \`go\`, separated by spaces. A value with a space in it stands in quotes. [Writing a page](/reference/writing/) shows
the common ones at work.

\`\`\`\`markdown
\`\`\`go run exit=3 title="status.go"
\`\`\`\`

A word that is unknown, stands there twice, or has a value that does not fit is an error at its place, so a slip of the finger never
turns a check off. This page is made from the schema that checks them.
`;

const FOOT = `
Words of the highlighter stand among them and keep working: \`{1,3}\`, \`ins={2}\`, \`del={3}\`, \`"text"\`, \`/regexp/\`, \`wrap\`, \`frame="none"\`,
\`showLineNumbers\`, \`collapse={1-5}\`.

## Which belong together

| Words | Belong together so |
|---|---|
| \`exit\` | needs \`run\` |
| \`region\` | needs \`file\` |
| \`show=profile\` | needs \`run\` or \`bench\` |
| \`show=stack\`, \`show=gc\` | need \`run\` |
| \`fails\` | not with \`run\`, \`bench\` or \`file\`: what does not compile cannot run, and a quoted package must compile |
| \`pkg\` | not with \`file\`: the package of a quoted file is its directory |
`;
