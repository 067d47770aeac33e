export type { Progress } from '@escapement/capture';
export { isInExample } from './attach/page.ts';
export { changedPages } from './changed.ts';
export { check, checkPages, type CheckRequest, type PageReport, type Report } from './check.ts';
export {
  captureDirect,
  describeDiagnostics,
  printDiagnostics,
  printError,
  type DirectFacts,
} from './capture-file.ts';
export { cleanStore } from './clean.ts';
export { diffFacts } from './diff/facts.ts';
export { diffMarkdown } from './diff/markdown.ts';
export { readSide, type SideRequest, type SideSpec } from './diff/side.ts';
export { diffText } from './diff/text.ts';
export type { Change, ChangeKind, DiffSide, FactsDiff } from './diff/types.ts';
export { findFixes, planFixes, type Fix, type FixPlan, type PageFixes } from './fix/plan.ts';
export { loadOptions } from './load-options.ts';
export { optionsSchema, readOptions, type Options, type OptionsInput } from './options.ts';
export { findPages } from './pages.ts';
export { remarkEscapement, remarkForSession, type PluginOptions } from './plugin.ts';
export { freezeSite, measureSite, pruneSite, type Renewed } from './renew.ts';
export {
  claimsSchema,
  factsSchema,
  publishedSchemas,
  type PublishedClaims,
  type PublishedExample,
  type PublishedFacts,
} from './publish/schema.ts';
export { countSite, publishSite, type PublishedSite, type SitePage } from './publish/site.ts';
export { describeProblems, formatProblems, summaryLine } from './report.ts';
export { rules } from '@escapement/facts';
export { openSession, type Session } from './session.ts';
export { uncommitted } from './uncommitted.ts';
export type { VerifiedPage } from './verify/page.ts';
export { remarkEscapement as default } from './plugin.ts';
