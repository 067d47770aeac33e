import { killBuilds } from './kill/build.ts';
import { killChecks } from './kill/check.ts';

/**
 * `npm run kill-test [-- check|build] [TIMES]`: kills `check` of the guide, or the build of a site, or
 * first the one and then the other, 50 times at random points, and does the same again after each kill.
 * Exit status 1 where what comes out is not what it is without.
 */
const words = process.argv.slice(2);
const what = ['check', 'build'].find((word) => word === words[0]);
const times = Number(words[what ? 1 : 0] ?? 50);
if (!Number.isInteger(times) || times < 1)
  throw new Error(`Unexpected words ${words.join(' ')}, expected: [check|build] [TIMES]`);

const wrong =
  (what === 'build' ? 0 : await killChecks(times)) + (what === 'check' ? 0 : await killBuilds(times));
process.exitCode = wrong > 0 ? 1 : 0;
