import { directiveSchemas, type DirectiveName } from '../../plugins/remark/src/directives/schema.ts';
import { leavesOf } from './schema.ts';

/** The reference page of the directives, made from their schemas; what each shows stands live below it. */
export function directivesPage(): string {
  return `${HEAD}\n${(Object.keys(TEXTS) as DirectiveName[]).map(section).join('\n')}`;
}

function section(name: DirectiveName): string {
  const { what, example } = TEXTS[name];
  const rows = leavesOf(directiveSchemas[name]).map(
    ({ path, type, standard, required, description }) =>
      `| \`${path}\` | ${type} | ${required ? 'needed' : standard} | ${description} |`,
  );
  return [
    `## ${name}`,
    '',
    what,
    '',
    '| Attribute | Type | Default | What it says |',
    '|---|---|---|---|',
    ...rows,
    '',
    '```markdown',
    example,
    '```',
    '',
    example,
    '',
  ].join('\n');
}

/** What each directive is for, and one that works with the examples at the head of the page. */
const TEXTS: Record<DirectiveName, { what: string; example: string }> = {
  escapes: {
    what: 'A table of the places of an example where memory is decided, with the compiler’s words.',
    example: '::escapes{of=limits}',
  },
  bench: {
    what:
      'A table of benchmarks. With several, each is compared with the first, and with more than two a chart stands above. How the numbers come ' +
      'about is told in [How timings are taken](/reference/measuring/).',
    example: '::bench{of="Pointer Value"}',
  },
  compare: {
    what: 'Two examples in one view: what differs in the code, in the verdicts and in the numbers.',
    example: '::compare{of="limits plain"}',
  },
  versions: {
    what: 'A table of what each Go version or architecture decides of an example, and what changes between them.',
    example: '::versions{of=window}',
  },
  output: {
    what: 'What a program printed, once more: next to the sentence that is about it. Below the program itself it stands anyway.',
    example: '::output{of=hello}',
  },
  profile: {
    what:
      'A table of the bytes and objects that each line allocated: of a benchmark, or of a program with `run show=profile`. What other packages ' +
      'allocated for a line is counted with it. A line that another fence of the page shows says of which.',
    example: '::profile{of=Pointer}',
  },
  claim: {
    what:
      'A sentence with a verdict that the build computes. [Claims](/reference/claims/#around-a-sentence) tells what `expect` can say. It goes ' +
      'around the sentence, with `:::` on a line of its own behind it.',
    example:
      ':::claim{#reference-pointer of=limits expect="allocs/op(Pointer) == 1, allocs/op(Value) == 0"}\nA pointer to a local variable that is returned costs an allocation, and a copy costs none.\n:::',
  },
  fact: {
    what:
      'A number in a sentence. In the brackets stands which: `allocs/op`, `B/op`, `ns/op` of a benchmark; `heap`, `stack` (places), `cost`, ' +
      '`frame`, `go`, `output`, `exit`, `gc cycles`, `gc pause`, `gc peak`, `stack peak` of an example. ' +
      '[Numbers and tables](/reference/writing/#numbers-and-tables) tells what `value` is for.',
    example:
      'The pointer costs :fact[allocs/op]{of=Pointer} and :fact[B/op]{of=Pointer}. The example has :fact[heap]{of=limits} place on the heap, and `of`\nneeds a frame of :fact[frame]{of=limits func=of}, says :fact[go]{of=limits}.',
  },
  term: {
    what: 'A word with its explanation from the [glossary](/reference/glossary/). In the brackets stands what the reader sees.',
    example:
      'The variable stays in the :term[frame] of its function, and no other :term[frames]{of=frame} can see it.',
  },
};

const HEAD = `---
title: Directives
description: Every directive with its attributes, and what it shows.
editUrl: false
---

A directive puts tables, numbers and verdicts where you write it, from the examples of the same page. Those of a table have **two** colons
and stand on a line of their own. Those of a word have **one** and stand in a sentence. A claim has **three**, and stands around its
sentence. This page is made from the schemas that check them. An attribute that is unknown or does not fit is an error at its place.

All that follows is about these examples:

\`\`\`go id=limits bench
//go:noinline
func pointer(requests int) *int {
	limit := requests * 60
	return &limit
}

//go:noinline
func of(requests int) int {
	limit := requests * 60
	return limit
}

func BenchmarkPointer(b *testing.B) {
	for b.Loop() {
		pointer(100)
	}
}

func BenchmarkValue(b *testing.B) {
	for b.Loop() {
		of(100)
	}
}
\`\`\`

\`\`\`go id=plain
//go:noinline
func pointer(requests int) int {
	limit := requests * 60
	return limit
}
\`\`\`

\`\`\`go id=window go="1.24 1.26"
func window(n int) int {
	line := make([]byte, n)
	return len(line)
}
\`\`\`

\`\`\`go id=hello run
for plan := range 3 {
	fmt.Println("plan", plan, "has the limit", 100*(plan+1))
}
fmt.Println("no more plans")
\`\`\`

A directive that has no colon too many or too few and is still not there: is its name right? One that is nearly right is told of
([directive-unknown](/reference/rules/#directive-unknown)). Others belong to your host, such as the asides of Starlight.
`;
