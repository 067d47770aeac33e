import { checkRatios, scaleRatios } from './bench/check.ts';
import { buildRatios } from './bench/build.ts';
import { machineLine, printRatios } from './bench/print.ts';

/**
 * `npm run bench`: ratios of our times to baselines taken in the same run on the same machine.
 * `-- --json` prints them as data, `-- check`, `-- build` or `-- scale` runs one part.
 */
const words = process.argv.slice(2);
const json = words.includes('--json');
const wanted = (name: string): boolean =>
  !['check', 'build', 'scale'].some((word) => words.includes(word)) || words.includes(name);

const ratios = [
  ...(wanted('check') ? await checkRatios() : []),
  ...(wanted('build') ? await buildRatios() : []),
  ...(wanted('scale') ? await scaleRatios() : []),
];
console.log(json ? JSON.stringify({ machine: machineLine(), ratios }, undefined, 2) : printRatios(ratios));
