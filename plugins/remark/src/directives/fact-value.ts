import type { Directives } from 'mdast-util-directive';
import { findValue, type WrittenValue } from './attribute.ts';
import type { Fact } from './fact.ts';
import type { Trouble } from './trouble.ts';

/**
 * What is wrong with the `value` of a `:fact`, which keeps the number for those who read the Markdown itself: it must
 * be what the reader of the page is shown. `expected` is what belongs in its place, as it is written there.
 */
export function valueTrouble(
  node: Pick<Directives, 'position'>,
  text: string,
  value: string,
  metric: string,
  { text: shown, fleeting, older }: Fact,
): Trouble | undefined {
  const at = findValue(node, text, 'value');
  const place = at ? { place: { start: at.start, end: at.end } } : { culprit: '' };
  if (fleeting)
    return {
      rule: 'directive-attribute',
      reason: `Unexpected \`value\` of \`${metric}\`: no two runs give the same`,
      ...place,
    };
  const [actual, right] = [oneLine(value), oneLine(shown)];
  // Those of older code are shown while a page is being written, until they are measured anew.
  if (older || actual === right) return undefined;
  return {
    rule: 'fact-stale',
    reason: `Unexpected ${actual === '' ? 'empty value' : `value \`${actual}\``} of \`${metric}\`, expected \`${right}\``,
    expected: [at ? spell(right, at) : right],
    actual,
    ...place,
  };
}

/** As a paragraph shows it. */
function oneLine(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ');
}

function spell(value: string, { quote }: WrittenValue): string {
  if (quote) return escape(value, quote);
  const quoted = /^[\w.-]+$/.test(value) ? value : `"${escape(value, '"')}"`;
  return quote === undefined ? `value=${quoted}` : quoted;
}

/** Character references for what would end the value, a cell of a table, or a piece of code around it. */
function escape(value: string, quote: string): string {
  return value.replaceAll(/[&"'|`]/g, (each) =>
    (each === '"' || each === "'") && each !== quote ? each : REFERENCES[each]!,
  );
}

const REFERENCES: Record<string, string> = {
  '&': '&amp;',
  '"': '&quot;',
  "'": '&apos;',
  '|': '&vert;',
  '`': '&grave;',
};
