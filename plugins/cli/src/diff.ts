import {
  diffFacts,
  diffMarkdown,
  diffText,
  readSide,
  type FactsDiff,
  type SideSpec,
} from '@escapement/remark';
import { defineCommand, type ArgsDef } from 'citty';
import { resolve } from 'node:path';
import { expectOptions } from './expect.ts';
import { withProgress } from './progress.ts';
import { readSides } from './sides.ts';
import { failing } from './tell.ts';

const options = {
  root: { type: 'string', default: '.', description: 'The root of the project' },
  go: {
    type: 'string',
    valueHint: 'VERSION',
    description: 'Compare the same pages under two Go releases: --go 1.24 1.26',
  },
  measure: {
    type: 'boolean',
    default: false,
    description: 'Take timings of both sides now; without it, committed timings are compared',
  },
  format: {
    type: 'enum',
    options: ['text', 'json', 'markdown'],
    default: 'text',
    description: 'How to print the changes; markdown is for a comment on a pull request',
  },
} as const satisfies ArgsDef;

/** `escapement diff A [B]`: exit status 0 where nothing changed, 1 where something did, 2 when it could not run. */
export const diffCommand = defineCommand({
  meta: {
    name: 'diff',
    description:
      'Tell what changed in verdicts, reasons, frames, inlining, numbers and claims between two commits, Go releases or facts.json files.',
  },
  args: options,
  run: ({ args, rawArgs }) =>
    failing(async () => {
      expectOptions(rawArgs, options);
      const root = resolve(args.root);
      const [before, after] = readSides(args._, args.go);
      const read = (spec: SideSpec) =>
        withProgress((onProgress) => readSide(root, spec, { onProgress, measure: args.measure }));
      const diff = diffFacts(await read(before), await read(after));
      process.stdout.write(PRINTERS[args.format](diff));
      process.exitCode = diff.changes.length > 0 ? 1 : 0;
    }),
});

const PRINTERS: Record<'text' | 'json' | 'markdown', (diff: FactsDiff) => string> = {
  text: diffText,
  json: (diff) => `${JSON.stringify(diff, undefined, 2)}\n`,
  markdown: (diff) => diffMarkdown(diff),
};
