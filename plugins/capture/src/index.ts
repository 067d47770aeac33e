export { openCapture, type Capture, type Progress } from './capture.ts';
export { captureDirect, printError, type DirectFacts, type DirectRequest } from './direct.ts';
export { makeTemporary, sweepLeftovers } from './leftovers.ts';
export { captureOptions, type CaptureOptions } from './options.ts';
export { formatGo } from './gofmt.ts';
export { isPageFlag } from './flags.ts';
export { spawnGroup, type SpawnOptions } from './spawn.ts';
export { openStore, storeOf, type Store } from './store.ts';
