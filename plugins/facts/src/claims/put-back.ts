import { scan, type Token } from '../go/scan.ts';
import { isClaim } from './parse.ts';

/**
 * Puts the claims of a source back into the same code after it was formatted without them, each exactly as it was
 * written: behind the same token, or on a line of its own above the same one. Undefined where formatting has
 * changed more than space, so that their places can't be told.
 *
 * @param formatted what became of `stripClaims(source).code`
 */
export function putClaimsBack(source: string, formatted: string): string | undefined {
  const tokens = scan(source);
  const before = tokens.filter(isCode);
  const after = scan(formatted).filter(isCode);
  if (before.length !== after.length || before.some(({ text }, at) => text !== after[at]!.text))
    return undefined;
  const lines = formatted.split('\n');
  const behind = new Map<number, string>();
  const above = new Map<number, string[]>();
  const texts = source.split('\n');
  for (const claim of tokens.filter(isClaim)) {
    const next = before.findIndex(({ offset }) => offset > claim.offset);
    const at = next < 0 ? before.length : next;
    const front = texts[claim.line - 1]!.slice(0, claim.column);
    if (front.trim() === '') {
      const target = after[at]?.line;
      if (target === undefined) return undefined;
      const indent = /^\s*/.exec(lines[target - 1]!)![0];
      above.set(target, [...(above.get(target) ?? []), indent + claim.text.trimEnd()]);
    } else {
      const target = after[at - 1] && endLine(after[at - 1]!);
      if (target === undefined || behind.has(target)) return undefined;
      behind.set(target, front.slice(front.trimEnd().length) + claim.text.trimEnd());
    }
  }
  return lines
    .flatMap((text, at) => [...(above.get(at + 1) ?? []), text + (behind.get(at + 1) ?? '')])
    .join('\n');
}

/** Semicolons at the ends of lines come and go. */
function isCode({ kind, text }: Token): boolean {
  return kind !== 'comment' && text !== ';';
}

function endLine({ line, text }: Token): number {
  return line + text.split('\n').length - 1;
}
