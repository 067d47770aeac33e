import { optionsSchema } from '@escapement/remark';
import { z } from 'zod';

/** The reference page of the options, made from their schema: names, types, defaults, descriptions. */
export function optionsPage(): string {
  const schema = z.toJSONSchema(optionsSchema, { io: 'input', unrepresentable: 'any' }) as Schema;
  const rows = leaves(schema, '').map(
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

interface Schema {
  type?: string;
  enum?: unknown[];
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  default?: unknown;
  description?: string;
}

interface Leaf {
  path: string;
  type: string;
  standard: string;
  description: string;
}

function leaves(schema: Schema, path: string): Leaf[] {
  if (schema.properties) {
    return Object.entries(schema.properties).flatMap(([name, part]) =>
      leaves(part, path === '' ? name : `${path}.${name}`),
    );
  }
  const description = (schema.description ?? '').replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');
  const standard = schema.default === undefined ? '' : `\`${JSON.stringify(schema.default)}\``;
  return [{ path, type: typeWords(schema), standard, description }];
}

function typeWords({ type, enum: values, anyOf, items }: Schema): string {
  if (values) return values.map((value) => `\`${JSON.stringify(value)}\``).join(' or ');
  if (anyOf) return anyOf.map(typeWords).join(' or ');
  if (type === 'array') return `list of ${items ? typeWords(items) : 'values'}`;
  return type ?? 'object';
}
