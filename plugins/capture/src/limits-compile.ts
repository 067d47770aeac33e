import type { CompileError } from '@escapement/facts';
import { OUT_OF_MEMORY, type ProcessLimits } from './limits.ts';
import type { CaptureOptions } from './options.ts';

/**
 * Limits for a go command that compiles or links `packages` packages. Each is a process of its own, with
 * the whole limit for itself, so that one endless compile ends without its neighbours; the processor
 * time that the go command itself needs, a few milliseconds a package, must fit in too.
 */
export function compileLimits(limits: CaptureOptions['compile'], packages: number): ProcessLimits {
  return { memoryBytes: limits.memoryBytes, cpuSeconds: limits.timeoutMs / 1000 + packages / 50 };
}

/** The errors of a package; of one whose compile ended at a limit that alone, and not the compiler's trace. */
export function atLimit(errors: CompileError[]): CompileError[] {
  const ended = (how: RegExp) => errors.some(({ message }) => how.test(message));
  if (ended(OUT_OF_MEMORY))
    return [{ message: 'the compiler needed more memory than its limit', limit: 'memory' }];
  if (ended(/\b(compile|link): signal: killed$/))
    return [{ message: 'the compiler needed more time than its limit', limit: 'time' }];
  return errors;
}
