import type { Problem, UnitFacts, Variant } from '@escapement/facts';
import type { Example } from '../page/example.ts';
import { compileProblems } from './compile.ts';
import { lackingProblems } from './lacking.ts';
import { atWord } from './place.ts';

/** What is wrong with an example under the other compilers and targets that it asks for. */
export function variantProblems(example: Example, { variants = [] }: UnitFacts): Problem[] {
  return variants.flatMap((facts): Problem[] => {
    const { variant, compile, failure, lacking } = facts;
    if (failure !== undefined) return [unavailable(example, variant, failure)];
    if (lacking) return lackingProblems(example, facts);
    if (example.meta.fails) return [];
    return compileProblems(example, compile?.errors ?? [], { compiler: variantName(variant) });
  });
}

/** `Go 1.24`, `386`, `Go 1.24 for 386`: how a variant is called in a sentence. */
function variantName({ go, goarch }: Variant): string {
  return [go && `Go ${go}`, goarch].filter((word) => word !== undefined).join(' for ');
}

function unavailable(example: Example, variant: Variant, failure: string): Problem {
  return {
    rule: 'go-version',
    ...atWord(example, variant.go === undefined ? 'goarch' : 'go'),
    reason: `Unexpected ${variantName(variant)}: it cannot be had`,
    note: `${failure}\nOther Go versions come through the module proxy; a target must be one of \`go tool dist list\`.`,
  };
}
