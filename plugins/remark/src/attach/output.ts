import type { RunFacts } from '@escapement/facts';
import type { Code } from 'mdast';

/** The block below a `run` example with what the program printed, and its status where it is not 0. */
export function outputBlock(run: RunFacts): Code {
  const printed = [run.stdout, run.stderr].map((text) => text.trimEnd()).filter((text) => text !== '');
  const status = run.exit === 0 ? '' : `, exit status ${run.exit}`;
  return {
    type: 'code',
    lang: 'text',
    meta: `title="Output${status}" frame="terminal"`,
    value: printed.join('\n') || '(the program prints nothing)',
  };
}
