import { main } from '../../plugins/cli/src/main.ts';

/** The reference page of the command line, made from the tables that the commands read their words by. */
export async function cliPage(): Promise<string> {
  const commands = Object.entries(main.subCommands as unknown as Record<string, () => Promise<Command>>);
  const sections = await Promise.all(commands.map(async ([name, load]) => section(name, await load())));
  return `${HEAD}\n${sections.join('\n')}`;
}

const HEAD = `---
title: Command line
description: Every command and every flag of escapement.
editUrl: false
---

\`npx escapement COMMAND\` runs in the root of the project and reads the same options as the site. All commands end with status
**0** when all is well, **1** when there is something to look at (problems, changes, code that does not compile) and **2** when they
could not run. What is meant for people or programs goes to standard output; progress goes to standard error, and only on a terminal.

A flag that does not exist is refused. This page is made from the tables that the commands read.
`;

/** What stands behind a command that is no flag. */
const WORDS: Record<string, string> = {
  init: '[DIR]',
  check: '[PATH…]',
  diff: 'A [B]',
  measure: '[WORD…]',
  capture: 'FILE.go|DIR',
};

const NOTES: Record<string, string> = {
  check: `With paths it checks only these pages. \`--fix\` mends what needs no author, and shows it as a diff first: a claim behind a line
whose word or number (\`== N\`) is stale, the \`value\` of a \`:fact\`, and the layout of fences, as the toolchain's gofmt has it.
On a terminal it asks before it writes; without one, and without \`--yes\`, it writes nothing and ends with status 1. Patterns, limits
(\`<= 2\`), \`inlined\` and \`leaks\` stay as they are, and so does the verdict of every \`:::claim\`: its sentence needs an author. A
quoted file is never laid out anew, only named. All else in a page stays byte for byte.`,
  diff: `\`A\` and \`B\` are commits, Go releases (\`go1.24\`) or files (\`facts.json\`, as a site publishes it). \`A..B\` means the same; \`A\`
alone is compared with the working tree. See [Tell what changed](/how-to/diff/).`,
};

function section(name: string, { meta, args }: Command): string {
  const { description } = meta;
  const words = WORDS[name] ? ` ${WORDS[name]}` : '';
  const rows = Object.entries(args).map(row);
  return [
    `## ${name}`,
    `\`\`\`sh\nnpx escapement ${name}${words}\n\`\`\``,
    description,
    ...(NOTES[name] ? [NOTES[name]] : []),
    ['| Flag | Default | What it does |', '|---|---|---|', ...rows].join('\n'),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

function row([name, definition]: [string, Flag]): string {
  const { description = '', default: standard } = definition;
  const told = standard === undefined || standard === false ? '' : `\`${String(standard)}\``;
  return `| \`--${name}${valueOf(definition)}\` | ${told} | ${description.replaceAll('|', '\\|')} |`;
}

function valueOf(definition: Flag): string {
  if (definition.type === 'enum') return `=${(definition.options ?? []).join('\\|')}`;
  if (definition.type === 'boolean') return '';
  return `=${(definition.valueHint ?? 'VALUE').replaceAll('|', '\\|')}`;
}

/** A command as citty takes it, as far as the page tells of it. */
interface Command {
  meta: { description: string };
  args: Record<string, Flag>;
}

interface Flag {
  type: string;
  default?: unknown;
  description?: string;
  valueHint?: string;
  options?: string[];
}
