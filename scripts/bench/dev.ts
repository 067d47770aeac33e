import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hearReloads, type Reloads } from '../dev/reload.ts';
import { startDev, type DevServer } from '../dev/server.ts';
import { usageOf } from '../dev/usage.ts';
import { salt } from './check.ts';
import { writeDevSite, type DevSite } from './dev-site.ts';
import type { Ratio } from './print.ts';
import { median, medianSeconds } from './time.ts';

const edits = 50;

/**
 * How long it takes from saving a page to having it anew, on a site of 200 pages with an example each, against
 * one raw compile of that example; and what the server holds after 200 saves against after 20.
 */
export async function devRatios(): Promise<Ratio[]> {
  const site = writeDevSite(200);
  const raw = medianSeconds(site.compile, 9, () => writeFileSync(site.source, site.program(salt())));
  const server = await startDev(site.folder, {}, profileFlags());
  try {
    const reloads = await hearReloads(server);
    for (let save = 0; save < 20; save++) await saveToPage(server, reloads, site);
    const early = usageOf(server.pid);
    const times: number[] = [];
    while (times.length < edits) times.push(await saveToPage(server, reloads, site));
    for (let save = 20 + edits; save < 200; save++) await saveToPage(server, reloads, site);
    const late = usageOf(server.pid);
    reloads.close();
    const p95 = times.toSorted((a, b) => a - b)[Math.ceil(edits * 0.95) - 1]!;
    const against = 'go build -gcflags=-m=2 of the example';
    return [
      { what: 'save to page, median', ours: median(times), against, baseline: raw },
      { what: 'save to page, p95', ours: p95, against, baseline: raw },
      {
        what: 'save to page beyond that compile, p95',
        ours: p95 - raw,
        against: 'a second',
        baseline: 1,
        aim: 1,
      },
      {
        what: 'memory of dev after 200 saves',
        ours: late.megabytes,
        against: 'after 20',
        baseline: early.megabytes,
        unit: 'MB',
        aim: 1.5,
      },
      held('open files', late.descriptors, early.descriptors),
      held('processes and temporary folders', late.processes + late.folders, early.processes + early.folders),
    ];
  } finally {
    server.stop();
    rmSync(site.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Both numbers with the server itself, so that none is zero. */
function held(what: string, late: number, early: number): Ratio {
  return {
    what: `${what} of dev after 200 saves`,
    ours: late + 1,
    against: 'after 20',
    baseline: early + 1,
    unit: '',
    aim: 1,
  };
}

let saves = 0;

/** Saves a page with an example that is new, and loads it when the server says so, until it is the new one. */
async function saveToPage(server: DevServer, reloads: Reloads, site: DevSite): Promise<number> {
  const mark = `Edit ${++saves}.`;
  const text = site.page(mark, salt());
  const started = performance.now();
  let next = reloads.next();
  writeFileSync(join(site.folder, site.path), text);
  for (;;) {
    await next;
    next = reloads.next();
    const html = await server.get(site.address);
    if (html.includes(mark)) {
      if (!html.includes('moved to the heap')) throw new Error('The page came without its verdicts.');
      return (performance.now() - started) / 1_000;
    }
  }
}

/** `ESCAPEMENT_PROFILE=DIR` leaves a CPU profile of the server there. */
function profileFlags(): string[] {
  const folder = process.env['ESCAPEMENT_PROFILE'];
  return folder ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : [];
}
