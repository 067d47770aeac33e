import type { CompileError, Problem } from '@escapement/facts';
import type { Example } from '../page/example.ts';
import { atFence, atPosition } from './place.ts';

/**
 * What is wrong with an example that does not compile: each error at the author's place.
 *
 * @param compiler what to call the compiler, where it is not that of the build: `Go 1.24`
 */
export function compileProblems(example: Example, errors: CompileError[], compiler?: string): Problem[] {
  return errors.map(({ pos, message, limit }, at) => {
    const by = compiler === undefined ? '' : ` (with ${compiler})`;
    if (limit) return { ...atFence(example), ...limitProblem(limit, `${message}${by}`) };
    const elsewhere = pos && pos.file !== example.file ? `${pos.file}:${pos.line}: ` : '';
    return {
      rule: 'example-compile',
      ...atPosition(example, pos),
      reason: `${elsewhere}${message}${by}`,
      ...(at === 0 && compiler === undefined && { note: MEND }),
    };
  });
}

const MEND = 'Mend the example, or mark the fence `fails` or `ignore`.';

function limitProblem(limit: Limit, message: string): Pick<Problem, 'rule' | 'reason' | 'note'> {
  const { rule, option } = limits[limit];
  const note = `The limit is \`compile.${option}\` in the options.`;
  return { rule, reason: `Unexpected size of the work: ${message}`, note };
}

type Limit = NonNullable<CompileError['limit']>;

const limits: Record<Limit, { rule: Problem['rule']; option: string }> = {
  time: { rule: 'example-timeout', option: 'timeoutMs' },
  memory: { rule: 'example-memory', option: 'memoryBytes' },
  size: { rule: 'example-size', option: 'maxSourceBytes' },
};
