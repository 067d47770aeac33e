#!/usr/bin/env node
// @ts-check
/**
 * The entry of every npm script: `node scripts/run.mjs TASK [ARGUMENT…]`. This file and what it imports
 * use Node's built-in modules only and run on Node 20, for they run before anything is installed: they
 * install the packages, then hand over to `task.ts` under a Node that Astro accepts.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './setup/child.mjs';
import { explain } from './setup/missing.mjs';
import { findNode, nodeEnvironment, nodeFlags } from './setup/node.mjs';
import { installPackages } from './setup/packages.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [task = '', ...args] = process.argv.slice(2);

try {
  await installPackages(root);
  const node = findNode(root);
  const script = join(root, 'scripts', 'task.ts');
  process.exitCode = await run(node, [...nodeFlags, script, task, ...args], {
    cwd: root,
    env: nodeEnvironment(root, node, process.env),
  });
} catch (error) {
  console.error(explain(error));
  // The test task always ends with this line, so that a reader of its log never has to guess.
  if (task === 'test') console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
