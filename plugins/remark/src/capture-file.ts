/**
 * What the command line needs to capture one file, which is no page: `remark` is all that it may import.
 */
export { captureDirect, printError, type DirectFacts } from '@escapement/capture';
export { describeDiagnostics, printDiagnostics } from '@escapement/facts';
