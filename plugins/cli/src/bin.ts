#!/usr/bin/env -S node --min-semi-space-size=16 --max-semi-space-size=16
import nodeModule from 'node:module';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';

// An older Node would stop at some module's syntax, and not say why. npm only warns.
if (!('enableCompileCache' in nodeModule)) {
  console.error(`Escapement needs Node 22.13 or newer; this is Node ${process.versions.node}.`);
  process.exit(2);
}
// Before anything else is loaded: half of the time that a short command takes is reading modules.
nodeModule.enableCompileCache();
// The flags above: with room for what is young, little of it is kept long enough to count as old. On a large site
// it saves a third of the memory and a tenth of the time; it can't be set any later.
// V8 would let the heap grow to four times what is alive in it before it looks for what is not: on a large
// site that is hundreds of megabytes.
setFlagsFromString('--heap-growing-percent=100');
const [{ runMain }, { main }] = await Promise.all([import('citty'), import('./main.ts')]);
await runMain(main);
// A store's connection (Redis), or an answer that never comes, would keep the process alive. Warnings are
// printed a turn after they are given.
await setImmediate();
process.exit();
