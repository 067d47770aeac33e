import { boundsRatios } from './bench/bounds.ts';
import { checkRatios } from './bench/check.ts';
import { buildRatios } from './bench/build.ts';
import { devRatios } from './bench/dev.ts';
import { machineLine, printRatios } from './bench/print.ts';
import { scaleRatios } from './bench/scale.ts';

/**
 * `npm run bench`: ratios of our times to baselines taken in the same run on the same machine.
 * `-- --json` prints them as data, `-- check`, `-- build`, `-- scale`, `-- bounds` or `-- dev` runs one part;
 * `-- scale --large` compiles up to 10,000 programs, which takes some minutes more.
 */
const words = process.argv.slice(2);
const json = words.includes('--json');
const parts = ['check', 'build', 'scale', 'bounds', 'dev'];
const wanted = (name: string): boolean => !parts.some((word) => words.includes(word)) || words.includes(name);

const ratios = [
  ...(wanted('check') ? checkRatios() : []),
  ...(wanted('build') ? await buildRatios() : []),
  ...(wanted('scale') ? scaleRatios(words.includes('--large')) : []),
  ...(wanted('bounds') ? boundsRatios() : []),
  ...(wanted('dev') ? await devRatios() : []),
];
console.log(json ? JSON.stringify({ machine: machineLine(), ratios }, undefined, 2) : printRatios(ratios));
