import type { RuleId } from '@escapement/facts';
import { findBwrap, inBwrap } from './sandbox-bwrap.ts';
import { inTheOpen } from './sandbox-open.ts';
import type { Sandbox } from './sandbox-program.ts';

/** Whether examples must run in a sandbox, may do without, or never have one. */
export type SandboxMode = 'auto' | 'required' | 'off';

/**
 * The sandbox of a project, found out once: all that captures with the same options share it, and the
 * warning comes once. See `openSandbox`; a failure is not kept.
 */
export function sandboxFor(options: { sandbox: SandboxMode }): Promise<Sandbox> {
  const known = opened.get(options);
  if (known) return known;
  const opening = openSandbox(options.sandbox);
  opened.set(options, opening);
  opening.catch(() => opened.delete(options));
  return opening;
}

const opened = new WeakMap<object, Promise<Sandbox>>();

/**
 * Finds out, by trying it, whether programs can run in bubblewrap here. Where they cannot, `auto` warns
 * and goes on with resource limits and a clean environment alone, and `required` throws an error with
 * `rule: 'sandbox'`.
 */
export async function openSandbox(
  mode: SandboxMode,
  warn: (message: string) => void = emit,
): Promise<Sandbox> {
  if (mode === 'off') return inTheOpen;
  const found = await findBwrap();
  if ('bwrap' in found) return (program) => inBwrap(found.bwrap, program);
  const { trouble } = found;
  if (mode === 'required') {
    throw Object.assign(new Error(`Examples cannot run in a sandbox here: ${trouble}. ${REMEDY}`), {
      rule: 'sandbox' satisfies RuleId,
    });
  }
  warn(`Examples run without a sandbox: ${trouble}. They can read files and use the network. ${REMEDY}`);
  return inTheOpen;
}

const REMEDY =
  'Install bubblewrap 0.8 or newer, where the kernel allows user namespaces, ' +
  "or set the option `sandbox` to 'off' if you trust every example.";

function emit(message: string): void {
  process.emitWarning(message, 'EscapementWarning');
}
