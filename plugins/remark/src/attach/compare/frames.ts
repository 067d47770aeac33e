import type { Frame } from '@escapement/facts';
import { text } from '../figure.ts';
import { code, type Cell } from '../table.ts';
import type { Side } from './figure.ts';
import { countRow } from './numbers.ts';

/**
 * Rows of the bytes that functions take on the stack: those that both sides have by the same name, or the
 * only one of each side. Function literals change their names too easily to be compared.
 */
export function frameRows(before: Side, after: Side): Cell[][] {
  const [from, to] = [shownFrames(before), shownFrames(after)];
  const [first] = from;
  const [only] = to;
  if (first && only && from.length === 1 && to.length === 1) return [frameRow(first, only)];
  return from.flatMap((frame) => {
    const other = to.find(({ func }) => func === frame.func);
    return other ? [frameRow(frame, other)] : [];
  });
}

function frameRow(before: Frame, after: Frame): Cell[] {
  const name = before.func === after.func ? before.func : `${before.func} → ${after.func}`;
  return countRow([text('frame in bytes, '), ...code(name)], before.bytes, after.bytes);
}

/** Frames of the functions that are declared in the code that is shown, benchmarks and tests aside. */
function shownFrames({ example, facts }: Side): Frame[] {
  const declared = new Set(
    [...example.shown.code.matchAll(DECLARATION)].map(([, pointer, type, name]) =>
      type ? (pointer ? `(*${type}).${name}` : `${type}.${name}`) : name!,
    ),
  );
  const frames = facts.compile.codegen?.frames ?? [];
  return frames.filter(({ func }) => declared.has(func) && !/^(?:Benchmark|Test)/.test(func));
}

const DECLARATION = /^func (?:\((?:\w+ )?(\*)?(\w+)(?:\[[^\]]*\])?\) )?(\w+)[([]/gm;
