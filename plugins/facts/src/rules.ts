/**
 * Every way in which a site can be wrong. The ids are stable: they stand in messages, in suppressions
 * and in the reference page `content/reference/rules.md`, which has a heading for each.
 */
export const rules = {
  'example-compile': 'An example does not compile.',
  'example-compiles': 'An example marked `fails` compiles.',
  'example-run': 'A program ended with another exit status than expected.',
  'example-timeout': 'A program, or the compile of it, did not end within the time limit.',
  'example-output': 'A program printed more than the output limit.',
  'example-memory': 'A program, or the compile of it, needed more memory than the limit.',
  'example-processes': 'A program started more processes than the limit.',
  'example-size': 'An example is larger than the limit.',
  'example-test': 'A test failed, or there is none to run.',
  'example-bench': 'A benchmark failed, or there is none to run.',
  'probe-missing': 'A program with `show=profile` or `show=stack` ended without a report.',
  'fragment-mixed': 'A fragment mixes statements with declarations of functions.',
  'claim-failed': 'A claim about a line or a number does not hold.',
  'claim-missing': 'A heap allocation in a `strict` example has no claim.',
  'claim-syntax': 'A claim cannot be read.',
  'claim-expect': 'The expectation of a `:::claim` cannot be read, or its example has no such thing.',
  'claim-verdict': 'A `:::claim` has another verdict than the page teaches.',
  'meta-unknown': 'A word behind ```go is not known.',
  'meta-value': 'A word behind ```go has a value that does not fit.',
  'quote-file': 'A quoted file does not exist or cannot be read.',
  'quote-region': 'A quoted region is missing from its file, or not closed.',
  'quote-body': 'A fence that quotes a file has code of its own.',
  'package-mixed': 'Fences of one package do not fit together.',
  'id-duplicate': 'Two examples of a page have the same id.',
  'directive-attribute': 'A directive has an attribute that is missing, unknown or does not fit.',
  'directive-target': 'A directive names an example or a benchmark that the page does not have.',
  'fact-unknown': 'A `:fact` asks for a number that its target does not have.',
  'timings-stale': 'The committed timings of a benchmark are of other sources, or missing.',
  'timings-mixed': 'A table compares timings of different machines or Go versions.',
  'capture-missing': 'A frozen build has no capture of an example.',
  'capture-stale': 'In a frozen build, the capture of an example is of other sources.',
  'page-syntax': 'A page is not valid MDX or its frontmatter is not valid YAML.',
  'page-size': 'A page is larger than the limit.',
  'page-nesting': 'A page is nested too deeply to be parsed, or takes too long.',
  'go-version': 'A Go version or architecture that an example asks for cannot be had.',
  'go-missing': 'No usable Go toolchain was found, or it failed.',
  'go-timeout': 'A go command did not end within its limit.',
  sandbox: 'A sandbox is required, and cannot be had on this machine.',
  options: 'The options do not fit the schema.',
} as const;

/** A rule's stable id. */
export type RuleId = keyof typeof rules;
