import { packageName, stripClaims, type Problem } from '@escapement/facts';
import { posix } from 'node:path';
import { didYouMean } from '../did-you-mean.ts';
import type { Example } from './example.ts';
import type { Fence, ReadText } from './find.ts';
import { findRegion, isRegionMarker } from './region.ts';

/** Makes the example of a fence that quotes a Go file, or says why it can't. */
export async function quote(
  fence: Fence,
  file: string,
  read: ReadText,
  maxBytes: number,
): Promise<Example | Problem> {
  const path = posix.normalize(file);
  const problem = (rule: Problem['rule'], reason: string, expected?: string[]): Problem => ({
    rule,
    path: fence.page,
    ...fence.words.get(rule === 'quote-region' ? 'region' : 'file')!,
    reason,
    ...(expected && { expected }),
  });
  if (fence.node.value.trim() !== '')
    return problem(
      'quote-body',
      `Unexpected code in a fence that quotes \`${file}\`, expected an empty fence`,
    );
  if (!path.endsWith('.go') || path.startsWith('..') || posix.isAbsolute(path))
    return problem('quote-file', `Unexpected \`file=${file}\`, expected a Go file inside the project`);
  const source = (await read(path))?.replaceAll('\r', '');
  if (source === undefined)
    return {
      ...problem('quote-file', `Unexpected \`file=${file}\`: there is no such file`),
      note: 'Paths are given from the root of the project.',
    };
  const bytes = Buffer.byteLength(source);
  if (bytes > maxBytes)
    return {
      ...problem(
        'example-size',
        `Unexpected size of \`${file}\`: ${bytes} bytes, expected at most ${maxBytes}`,
      ),
      note: 'The limit is `compile.maxSourceBytes` in the options.',
    };
  if (packageName(source) === undefined)
    return problem('quote-file', `Unexpected \`file=${file}\`: it has no package clause`);
  const region = findRegion(source, fence.meta.region);
  if ('reason' in region) {
    const near = didYouMean(fence.meta.region ?? '', region.expected ?? []);
    return problem('quote-region', region.reason + near, region.expected);
  }
  return {
    ...fence,
    // With other flags it is other code.
    unit: `dir:${posix.dirname(path)}${fence.meta.gcflags.map((flag, at) => (at ? ' ' : '#') + flag).join('')}`,
    file: posix.basename(path),
    source,
    origin: { path, line: 1, columns: source.split('\n').map(() => 0), offset: 0 },
    shown: shownLines(source, region.from, region.to),
    quotes: path,
  };
}

/** The region without claims, markers of other regions, and blank lines at its ends. */
function shownLines(source: string, from: number, to: number): Example['shown'] {
  const { code, lines } = stripClaims(source);
  const texts = code.split('\n');
  const kept = lines
    .map((line, at) => ({ line, text: texts[at]! }))
    .filter(({ line, text }) => line >= from && line <= to && !isRegionMarker(text));
  while (kept.length > 0 && kept[0]!.text.trim() === '') kept.shift();
  while (kept.length > 0 && kept.at(-1)!.text.trim() === '') kept.pop();
  return { code: kept.map(({ text }) => text).join('\n'), lines: kept.map(({ line }) => line) };
}
