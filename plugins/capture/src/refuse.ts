import type { CompileError, GoFile, GoPosition } from '@escapement/facts';
import type { Known } from './batch.ts';
import type { Job } from './job.ts';
import type { CaptureOptions } from './options.ts';

/** Notes in `known` the jobs that are not to be handed to Go, with the reason as their error. */
export function refuse(jobs: Job[], known: Known, limits: CaptureOptions['compile']): void {
  for (const job of jobs) {
    const error = tooLarge(job, limits) ?? withCgo(job) ?? withInclude(job);
    if (error) known.compile.set(job.keys.compile, { text: '', foreign: 0, errors: [error], refused: true });
  }
}

function tooLarge({ reach }: Job, { maxSourceBytes }: CaptureOptions['compile']): CompileError | undefined {
  if (reach.bytes <= maxSourceBytes) return undefined;
  const message = `the example has ${reach.bytes} bytes of Go, and the limit is ${maxSourceBytes}`;
  return { message, limit: 'size' };
}

/** Go would leave such a file out without a word where another of the package can be compiled. */
function withCgo({ unit, reach }: Job): CompileError | undefined {
  if (!reach.cgo) return undefined;
  const pos = unit.package.kind === 'files' ? unit.package.files.flatMap(importC)[0] : undefined;
  return { ...(pos && { pos }), message: 'import "C" is not supported: examples are compiled without cgo' };
}

/** What an assembler reads from elsewhere, it would print, and no key would know of it. */
function withInclude({ reach }: Job): CompileError | undefined {
  if (reach.include === undefined) return undefined;
  return {
    message: `${reach.include} may lead out of the directory of the package: name a file that is in it`,
  };
}

function importC({ name, source }: GoFile): GoPosition[] {
  const line = source.split('\n').findIndex((text) => /^\s*(import\s+)?"C"/.test(text)) + 1;
  return line > 0 ? [{ file: name, line }] : [];
}
