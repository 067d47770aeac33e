import {
  captureDirect,
  describeDiagnostics,
  loadOptions,
  printDiagnostics,
  printError,
  type DirectFacts,
} from '@escapement/remark';
import { defineCommand } from 'citty';
import { expectOptions } from './expect.ts';
import { failing, unknownMessages } from './tell.ts';

const options = {
  gcflags: { type: 'string', default: '-m=2', description: 'Flags of the Go compiler, passed on unchanged' },
  go: { type: 'string', description: 'Another Go release: 1.24.11, or 1.24 for its last one' },
  goarch: { type: 'string', description: 'Another target, as GOARCH names it' },
  format: {
    type: 'string',
    default: 'text',
    valueHint: 'gc|json|text',
    description: 'gc: the compiler’s lines; json: facts; text: by line, in words',
  },
} as const;

/**
 * `escapement capture FILE.go|DIR`: prints what the compiler says. Exit status 1 where it does not
 * compile, 2 where it could not be compiled at all.
 */
export const captureCommand = defineCommand({
  meta: { name: 'capture', description: 'Compile one Go file, or a directory, and print the diagnostics.' },
  args: options,
  run: ({ args, rawArgs }) =>
    failing(async () => {
      expectOptions(rawArgs, options);
      const print = PRINTERS[args.format];
      if (!print) throw new Error(`Unexpected format "${args.format}", expected gc, json or text`);
      const [path, ...more] = args._;
      if (path === undefined || more.length > 0)
        throw new Error('Unexpected arguments, expected one path: escapement capture FILE.go|DIR');
      const { go } = await loadOptions('.');
      const variant = { ...(args.go && { go: args.go }), ...(args.goarch && { goarch: args.goarch }) };
      const facts = await captureDirect(path, { go, gcflags: wordsOf(args.gcflags), variant });
      process.stdout.write(print(facts));
      process.exitCode = facts.errors.length > 0 ? 1 : 0;
    }),
});

const PRINTERS: Record<string, (facts: DirectFacts) => string> = {
  gc: ({ diagnostics, errors }) => lines(printDiagnostics(diagnostics), ...errors.map(printError)),
  json({ files, ...facts }) {
    const unknown = countUnknown(facts.diagnostics);
    const names = files.map(({ name }) => name);
    return `${JSON.stringify({ ...facts, unknown, files: names }, undefined, 2)}\n`;
  },
  text({ diagnostics, errors, files }) {
    const unknown = countUnknown(diagnostics);
    return lines(
      describeDiagnostics(diagnostics, new Map(files.map(({ name, source }) => [name, source]))),
      ...errors.map(printError),
      ...(unknown > 0 ? [unknownMessages(unknown)] : []),
    );
  },
};

function countUnknown(diagnostics: DirectFacts['diagnostics']): number {
  return diagnostics.filter(({ kind }) => kind === 'unknown').length;
}

function lines(...texts: string[]): string {
  return texts.flatMap((text) => (text === '' ? [] : [`${text}\n`])).join('');
}

/** Splits flags as the go command does: at spaces, but for what stands in quotes. */
function wordsOf(flags: string): string[] {
  const words = flags.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g);
  return [...words].map(([, single, double, plain]) => single ?? double ?? plain!);
}
