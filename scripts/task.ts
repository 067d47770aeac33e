/**
 * Runs a task: `node scripts/task.ts TASK [ARGUMENT…]`, under a Node that runs TypeScript and with the
 * packages installed. `run.mjs` takes care of both; the tasks bring Go and Chromium where they need them.
 */
import { dirname } from 'node:path';
import { explain } from './setup/missing.mjs';
import { tasks } from './tasks/index.ts';

const [name = '', ...args] = process.argv.slice(2);
const task = Object.hasOwn(tasks, name) ? tasks[name as keyof typeof tasks] : undefined;

try {
  if (task === undefined) {
    console.error(`Unexpected task "${name}", expected one of ${Object.keys(tasks).join(', ')}`);
    process.exitCode = 1;
  } else {
    process.exitCode = await task({ root: dirname(import.meta.dirname), args });
  }
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
