import type { ThemeInput } from './highlight.ts';

/** Options of the plugin. */
export interface RehypeOptions {
  /**
   * Shiki's themes, by name or as objects; both colours of each token stand in the page, and the stylesheet
   * follows its `color-scheme`. `github-light-default` and `github-dark-default` by default.
   */
  themes?: { light: ThemeInput; dark: ThemeInput };
  /**
   * What happens to code that is not a verified example: it gets the same frame (`highlight`, the default), or
   * another plugin behind this one takes care of it (`leave`).
   */
  others?: 'highlight' | 'leave';
}

/**
 * Fills in defaults; `null` means none.
 *
 * @throws an Error that names the option which does not fit, and what was expected
 */
export function readOptions(input?: RehypeOptions | null): Required<RehypeOptions> {
  const { themes = THEMES, others = 'highlight', ...unknown } = input ?? {};
  const [name] = Object.keys(unknown);
  if (name !== undefined) throw wrong(`option \`${name}\``, '`themes` or `others`');
  if (others !== 'highlight' && others !== 'leave')
    throw wrong(`\`others: ${String(others)}\``, '`highlight` or `leave`');
  if (!themes.light || !themes.dark) throw wrong('`themes`', 'a `light` and a `dark` one');
  return { themes, others };
}

function wrong(what: string, expected: string): Error {
  return new Error(`Unexpected ${what} of rehypeEscapement, expected ${expected}`);
}

const THEMES = { light: 'github-light-default', dark: 'github-dark-default' } as const;
