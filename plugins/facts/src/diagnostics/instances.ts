import { printChain } from './chain.ts';
import { printPlace } from './place.ts';
import type { Diagnostic } from './types.ts';

/**
 * Folds what the compiler says once an instance of a generic function, or once a copy of inlined code:
 * the same words at the same place become the first such diagnostic, with `instances` set to how many
 * there were. Type arguments (`Map[go.shape.int]`) make no difference; `func` then goes without them.
 */
export function foldInstances(diagnostics: Diagnostic[]): Diagnostic[] {
  const folded = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const words = [diagnostic.message, ...printChain(diagnostic.flows ?? [])].join('\n');
    const key = `${printPlace(diagnostic)} ${withoutTypeArguments(words)}`;
    const first = folded.get(key);
    folded.set(key, first ? joined(first, diagnostic) : diagnostic);
  }
  return [...folded.values()];
}

/** `(*Box[go.shape.int]).Put` → `(*Box).Put`: takes out brackets that follow a name directly. */
export function withoutTypeArguments(text: string): string {
  if (!text.includes('[')) return text;
  let kept = '';
  let before = '';
  let depth = 0;
  for (const character of text) {
    if (character === '[' && (depth > 0 || /[\p{L}\p{N}_]/u.test(before))) depth++;
    if (depth === 0) kept += character;
    if (character === ']' && depth > 0) depth--;
    before = character;
  }
  return kept;
}

/** The same for what the compiler has filled in: `&Record[go.shape.int]{...}` → `&Record{...}`. */
export function withoutShapes(subject = ''): string {
  return subject.includes('[go.shape.') ? withoutTypeArguments(subject) : subject;
}

function joined(first: Diagnostic, { func }: Diagnostic): Diagnostic {
  const instances = (first.instances ?? 1) + 1;
  if (first.func === undefined || first.func === func) return { ...first, instances };
  return { ...first, instances, func: withoutTypeArguments(first.func) };
}
