import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Projects, Ran } from './project.ts';

/** A job of a workflow of GitHub Actions: the part that we run. */
export interface Job {
  env?: Record<string, string>;
  steps: { run?: string; uses?: string; with?: Record<string, unknown> }[];
}

/** The workflow that new sites get. */
export function readWorkflow(): { jobs: Record<string, Job> } {
  const file = new URL('../../plugins/cli/template/.github/workflows/guide.yml', import.meta.url);
  return parse(readFileSync(file, 'utf8')) as { jobs: Record<string, Job> };
}

/**
 * Runs the `run:` steps of a job, in their order, until one fails.
 *
 * @param skip steps whose work is done already
 * @param env what the runner sets, besides the job's own
 * @returns how each of them ended, by its script
 */
export async function runJob(
  projects: Projects,
  folder: string,
  job: Job,
  env: NodeJS.ProcessEnv,
  skip: string[] = [],
): Promise<Record<string, Ran>> {
  const ended: Record<string, Ran> = {};
  for (const { run } of job.steps) {
    if (run === undefined || skip.includes(run)) continue;
    ended[run] = await projects.shell(folder, run, { ...env, ...job.env });
    if (ended[run].code !== 0) break;
  }
  return ended;
}
