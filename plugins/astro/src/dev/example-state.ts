import { printToolchain, type BlockFacts } from '@escapement/facts';
import { isInExample, type VerifiedPage } from '@escapement/remark';

/** An example, as somebody who writes its page wants to see it. */
export interface ExampleState {
  id: string;
  /** Id of what it is compiled in. */
  unit: string;
  status: BlockFacts['status'];
  /** 1-based line of its fence. */
  line: number;
  /** The quoted file. */
  quotes?: string;
  /** `go1.26.8 linux/amd64`; absent where it was not compiled. */
  toolchain?: string;
  /** Whether it has benchmarks that can be measured. */
  bench: boolean;
  /** When its benchmarks were measured: ISO 8601; absent where they never were. */
  measured?: string;
  /** Set where that was before its last change. */
  older?: true;
}

type Example = VerifiedPage['examples'][number];

/** What is known of an example of a page. */
export function exampleState({ problems, facts }: VerifiedPage, example: Example): ExampleState {
  const { id, unit, meta, place, quotes } = example;
  const known = facts.get(unit);
  const broken = !known || problems.some((problem) => isInExample(problem, example));
  return {
    id,
    unit,
    status: broken ? 'broken' : meta.fails ? 'fails' : 'verified',
    line: place.line,
    ...(quotes !== undefined && { quotes }),
    ...(known && { toolchain: printToolchain(known.compile.toolchain) }),
    bench: meta.bench,
    ...(known?.timings && { measured: known.timings.measured }),
    ...(known?.timings?.older && { older: true as const }),
  };
}
