import {
  claimsFor,
  compilesOf,
  failedClaims,
  failedNumbers,
  parseClaims,
  wordOn,
  type Claim,
  type Expectation,
  type NumberFailure,
  type UnitFacts,
} from '@escapement/facts';
import type { Example } from '../page/example.ts';
import { locateUnits } from '../page/locate.ts';
import { witnessOf } from '../verify/numbers.ts';
import { fileFacts } from '../verify/toolchain-claims.ts';
import type { Edit } from './edits.ts';

/**
 * What makes the stale claims of an example true: another word for where a value lives, another number behind `==`.
 * Left alone are patterns, limits (`<= 2`), `inlined` and `leaks`, and what one word can't say: of a line with
 * several verdicts, or of releases that differ.
 */
export function claimEdits(example: Example, facts: UnitFacts): Edit[] {
  if (facts.compile.errors.length > 0) return [];
  const { claims } = parseClaims(example.source);
  const found = new Map<Expectation, { claim: Claim; texts: Set<string | undefined> }>();
  for (const compile of compilesOf(facts)) {
    const own = compile === facts.compile;
    const told = own ? facts : { compile };
    const about = claimsFor(claims, compile.toolchain.version, own);
    const known = fileFacts(example, told);
    const failed = failedClaims(about, known).map(({ claim, expectation }) => {
      const place = 'word' in expectation && PLACES.has(expectation.word);
      return { claim, expectation, text: place ? wordOn(claim.line, known) : undefined };
    });
    const numbers = facts.bench?.failure
      ? []
      : failedNumbers(about, witnessOf(example, told), own).map((failure) => ({
          ...failure,
          text: renewedNumber(failure, example),
        }));
    const wrong = new Map([...failed, ...numbers].map((each) => [each.expectation, each.text]));
    for (const claim of about)
      for (const expectation of claim.expectations) {
        const texts = found.get(expectation)?.texts ?? new Set();
        // Where it holds with one release, it must not be changed for another.
        texts.add(wrong.has(expectation) ? wrong.get(expectation) : textOf(example, claim, expectation));
        found.set(expectation, { claim, texts });
      }
  }
  return [...found].flatMap(([expectation, { claim, texts }]) => {
    const [text, ...others] = texts;
    const old = textOf(example, claim, expectation);
    return text === undefined || others.length > 0 || text === old
      ? []
      : editOf(example, claim, expectation, text);
  });
}

/** Words that say where a value lives: of these one is always right. */
const PLACES = new Set(['heap', 'stack', 'static', 'bounded', 'grows', 'unproven']);

function renewedNumber({ claim, expectation, outcome }: NumberFailure, example: Example): string | undefined {
  if (!('condition' in expectation) || 'reason' in outcome) return undefined;
  const { op, right } = expectation.condition;
  const actual = outcome.found.find((part) => typeof part === 'object');
  if (op !== '==' || typeof right !== 'number' || !actual) return undefined;
  const { value } = actual;
  return textOf(example, claim, expectation).replace(/[\d.]+(?=\s*(?:B|MiB)?$)/, String(value));
}

function textOf({ source }: Example, { at }: Claim, { span }: Expectation): string {
  return source.split('\n')[at.line - 1]!.slice(span.start, span.end);
}

function editOf({ origin }: Example, { at }: Claim, { span }: Expectation, text: string): Edit[] {
  const located = locateUnits(origin, at.line, span.start);
  if (!located) return [];
  const start = located.start.column - 1;
  const { path } = located;
  return [{ path, line: located.start.line, start, end: start + span.end - span.start, text }];
}
