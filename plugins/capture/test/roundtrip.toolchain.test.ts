import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parseDiagnostics, printDiagnostics } from '@escapement/facts';
import { spawnGroup } from '../src/index.ts';

const PACKAGES = ['fmt', 'net/http', 'encoding/json', 'go/types', 'text/template'];

const MESSAGES = '-m=2';

/** With what `show=bounds` asks for besides. */
const CHECKS = '-m=2 -d=ssa/check_bce/debug=1,ssa/prove/debug=1,nil=1';

/** Gives the text in parts of a few megabytes that end between two messages, never inside a chain. */
function inParts(take: (part: string) => void) {
  let part = '';
  const push = (piece: string) => {
    part += piece;
    if (part.length < 4e6) return;
    // A line that goes on with an explanation has spaces behind its place.
    const tail = Math.max(0, part.length - 200_000);
    const starts = [...part.slice(tail).matchAll(/\n(?!(?:<[^>]*>|\S*):? {2})(?=[^\n]*\n)/g)];
    if (starts.length === 0) return;
    const at = tail + starts.at(-1)!.index + 1;
    take(part.slice(0, at));
    part = part.slice(at);
  };
  return { push, end: () => take(part) };
}

// `local` is the Go that is installed; the others come through the module proxy, where they are not here yet.
test.each([
  ['local', MESSAGES],
  ['go1.25.5', MESSAGES],
  ['go1.24.11', MESSAGES],
  ['go1.22.12', MESSAGES],
  ['local', CHECKS],
  ['go1.22.12', CHECKS],
])(
  '%s %s: what it says of the standard library is printed again byte for byte',
  async (toolchain, flags) => {
    const cwd = await mkdtemp(join(tmpdir(), 'roundtrip-'));
    onTestFinished(() => rm(cwd, { recursive: true, force: true }));
    const env = { ...process.env, GOTOOLCHAIN: toolchain, GOFLAGS: '', GOWORK: 'off' };
    const { stdout } = await spawnGroup('go', ['env', 'GOVERSION'], { cwd, env });
    expect(stdout.trim(), `${toolchain} cannot be had`).toMatch(toolchain === 'local' ? /^go1\./ : toolchain);

    const counts = { bytes: 0, messages: 0, chains: 0, wrong: 0 };
    const unknown: string[] = [];
    const { push, end } = inParts((part) => {
      const diagnostics = parseDiagnostics(part);
      counts.bytes += Buffer.byteLength(part);
      counts.messages += diagnostics.length;
      counts.chains += diagnostics.filter(({ flows }) => flows).length;
      counts.wrong += `${printDiagnostics(diagnostics)}\n` === part ? 0 : 1;
      unknown.push(...diagnostics.filter(({ kind }) => kind === 'unknown').map(({ message }) => message));
    });
    const args = ['build', '-trimpath', '-pgo=off', `-gcflags=${flags}`, ...PACKAGES];
    const { exit } = await spawnGroup('go', args, { cwd, env, onStderr: push });
    end();
    const { bytes, messages, chains } = counts;
    console.log(`${stdout.trim()}: ${bytes} bytes, ${messages} messages, ${unknown.length} unknown`);
    expect({ exit, wrong: counts.wrong }).toEqual({ exit: 0, wrong: 0 });
    expect(bytes).toBeGreaterThan(10_000_000);
    expect(chains).toBeGreaterThan(1000);
    // Zero is promised for the newest; that the others have none either is how it is today.
    expect(unknown).toEqual([]);
  },
  300_000,
);
