import { closing } from './brackets.ts';
import { declaredIn, type GoFunction } from './functions.ts';
import type { Token } from './scan.ts';

/**
 * The lines of a file that each iteration of a benchmark is certain to execute: those of its loop, and of the
 * functions of the file that they call, where neither has a branch. Empty where anything is in doubt.
 *
 * @param tokens of the file, without comments
 * @param isInlined whether the code of a function may run as a part of its caller: it is not followed then
 */
export function executedLines(
  tokens: Token[],
  benchmark: string,
  isInlined: (name: string) => boolean,
): ReadonlySet<number> {
  const functions = new Map(declaredIn(tokens).map((found) => [found.name, found] as const));
  const lines = new Set<number>();
  const followed = new Set([benchmark]);
  const root = functions.get(benchmark);
  if (root) follow(loopOf(tokens, root));
  return lines;

  function follow(code: Token[]) {
    const end = code.findIndex(({ text }) => text === 'return');
    const last = code[end]?.line ?? Infinity;
    const run = code.filter(({ line }) => line <= last);
    if (run.some(({ text }) => BRANCHES.has(text))) return;
    for (const { line } of run) lines.add(line);
    run.forEach(({ kind, text }, at) => {
      const called = functions.get(text);
      const isCall = kind === 'ident' && run[at + 1]?.text === '(' && run[at - 1]?.text !== '.';
      if (!called || !isCall || followed.has(text) || isInlined(text) || isShadowed(tokens, text)) return;
      followed.add(text);
      follow(bodyOf(tokens, called));
    });
  }
}

/** What can leave a statement out, or end a function before its last line. */
const BRANCHES = new Set(
  'if for switch select case go defer func break continue goto && || panic recover'.split(' '),
);

/** The body of the one loop of a benchmark, which stands in no other statement; empty where there is none. */
function loopOf(tokens: Token[], benchmark: GoFunction): Token[] {
  const body = bodyOf(tokens, benchmark);
  const loops = body.flatMap(({ text }, at) => (text === 'for' ? [at] : []));
  const [start] = loops;
  if (start === undefined || loops.length > 1) return [];
  const before = body.slice(0, start);
  if (before.some(({ text }) => BRANCHES.has(text) || text === 'return')) return [];
  const open = body.findIndex(({ text }, at) => at > start && text === '{');
  const header = body.slice(start, open).map(({ text }) => text);
  const isTimed = header.some((text, at) => text === '.' && /^(?:Loop|N)$/.test(header[at + 1] ?? ''));
  return isTimed ? body.slice(open + 1, closing(body, open)) : [];
}

function bodyOf(tokens: Token[], { signature: [, end] }: GoFunction): Token[] {
  return tokens[end + 1]?.text === '{' ? tokens.slice(end + 2, closing(tokens, end + 1)) : [];
}

/** Whether a name can be that of something else than the function: it is then used without a call. */
function isShadowed(tokens: Token[], name: string): boolean {
  return tokens.some(
    ({ text, kind }, at) => kind === 'ident' && text === name && tokens[at + 1]?.text !== '(',
  );
}
