import { optionsSchema } from '@escapement/remark';
import { leavesOf } from './schema.ts';

/** The reference page of the options, made from their schema: names, types, defaults, descriptions. */
export function optionsPage(): string {
  const rows = leavesOf(optionsSchema).map(
    ({ path, type, standard, description }) => `| \`${path}\` | ${type} | ${standard} | ${description} |`,
  );
  return `${HEAD}\n${['| Option | Type | Default | What it does |', '|---|---|---|---|', ...rows].join('\n')}\n`;
}

const HEAD = `---
title: Options
description: Every option of Escapement, with its default.
editUrl: false
---

Options stand in \`escapement.config.mjs\` at the root of the project, where the site, the command line and the editor
find them. What is given to \`starlightEscapement()\` or \`escapement()\` in \`astro.config.mjs\` comes over it.

\`\`\`js title="escapement.config.mjs"
export default {
  content: ['content'],
  run: { timeoutMs: 5_000 },
};
\`\`\`

An option that is unknown or does not fit is an error that names it. This page is made from the schema that checks them.
`;
