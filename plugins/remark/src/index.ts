export type { Progress } from '@escapement/capture';
export {
  captureDirect,
  describeDiagnostics,
  printDiagnostics,
  printError,
  type DirectFacts,
} from './capture-file.ts';
export { check, findPages, type CheckRequest, type PageReport, type Report } from './check.ts';
export { loadOptions } from './load-options.ts';
export { optionsSchema, readOptions, type Options, type OptionsInput } from './options.ts';
export { remarkEscapement, remarkForSession, type PluginOptions } from './plugin.ts';
export { describeProblems, formatProblems, summaryLine } from './report.ts';
export { openSession, type Session } from './session.ts';
export type { VerifiedPage } from './verify/page.ts';
export { remarkEscapement as default } from './plugin.ts';
