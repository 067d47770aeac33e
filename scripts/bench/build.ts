import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makePlain } from './plain-site.ts';
import type { Ratio } from './print.ts';
import { medianSeconds, seconds, type Command } from './time.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, '.escapement', 'bench', 'sites');
const runs = 3;

/**
 * The guide's own build against plain Starlight with Expressive Code on the same pages. Cold is without
 * any cache of ours or of Astro's; what the examples' benchmarks and programs take is measured by
 * itself, since a plain site has nothing like it. So is rendering: captures are there, Astro is cold.
 */
export async function buildRatios(): Promise<Ratio[]> {
  const ours = site('ours');
  const plain = site('plain');
  makePlain(plain);
  const plainCold = medianSeconds(build(plain), runs, () => forget(plain));
  const plainWarm = medianSeconds(build(plain), runs);
  const check: Command = {
    program: process.execPath,
    args: [join(root, 'plugins/cli/src/bin.ts'), 'check'],
    cwd: ours,
  };
  forget(ours);
  const verifying = seconds(check);
  const rendering = medianSeconds(build(ours), runs, () => forget(ours, false));
  const cold = medianSeconds(build(ours), 1, () => forget(ours));
  const warm = medianSeconds(build(ours), runs);
  rmSync(folder, { recursive: true });
  return [
    { what: 'build, cold', ours: cold, against: 'plain Starlight, cold', baseline: plainCold },
    {
      what: 'build, cold',
      ours: cold,
      against: 'plain Starlight, cold + compiling, running and measuring the examples',
      baseline: plainCold + verifying,
      aim: 1.15,
    },
    {
      what: 'rendering (build, captures there, Astro cold)',
      ours: rendering,
      against: 'plain Starlight of the same pages, cold',
      baseline: plainCold,
      aim: 1.15,
    },
    { what: 'build, warm', ours: warm, against: 'plain Starlight, warm', baseline: plainWarm, aim: 1.1 },
  ];
}

/** As `npm run build` starts it: with Node's cache of compiled modules, for both sites. */
const compileCache = { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node-compile') };

function build(cwd: string): Command {
  return {
    env: compileCache,
    program: process.execPath,
    args: [join(root, 'node_modules/astro/bin/astro.mjs'), 'build'],
    cwd,
  };
}

/**
 * A copy of the guide's pages; it lies inside the repository, where its packages are found. Pages of code (the
 * lists of examples and of claims, the cards) are left out: they are none that a plain site has as well.
 */
function site(name: string): string {
  const copy = join(folder, name);
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  for (const part of ['astro.config.mjs', 'src', 'content', 'examples', 'public', 'captures', 'package.json'])
    cpSync(join(root, part), join(copy, part), { recursive: true });
  rmSync(join(copy, 'src/pages'), { recursive: true });
  // Pages lead to them all the same.
  writeFileSync(
    join(copy, 'escapement.config.mjs'),
    "export default { otherPages: ['/reference/freshness/'] };\n",
  );
  return copy;
}

/** Removes Astro's caches, and ours with them where wanted. */
function forget(cwd: string, captures = true): void {
  for (const part of ['node_modules', 'dist', '.astro', ...(captures ? ['.escapement'] : [])])
    rmSync(join(cwd, part), { recursive: true, force: true });
}
