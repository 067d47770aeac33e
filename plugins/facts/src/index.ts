export { compareSamples, printP } from './bench/compare.ts';
export { geomean, geomeansOf, type Geomeans } from './bench/geomean.ts';
export { parseBenchmarks } from './bench/parse.ts';
export { summarize } from './bench/summary.ts';
export { parseTimings, printTimings, type TimingsFile } from './bench/timings.ts';
export type * from './bench/types.ts';
export { askedViews } from './block.ts';
export type * from './block.ts';
export { overBudget, parseBudgets, type Budget, type Overrun } from './claims/budgets.ts';
export { claimsFor, isInRange, printGoRange } from './claims/go-range.ts';
export { failedNumbers, type NumberFailure } from './claims/numbers.ts';
export { isOfChecks } from './bounds/find.ts';
export type * from './bounds/types.ts';
export { parseClaims } from './claims/parse.ts';
export { putClaimsBack } from './claims/put-back.ts';
export { stripClaims, type Stripped } from './claims/strip.ts';
export {
  claimWords,
  type Claim,
  type ClaimError,
  type ClaimWord,
  type Expectation,
  type GoRange,
} from './claims/types.ts';
export { failedClaims, unclaimedHeap, wordOn, type ClaimFailure, type FileFacts } from './claims/verify.ts';
export { diffCode, diffSign, printDiff, type DiffLine, type DiffPart } from './code-diff.ts';
export { readCall, readSymbol } from './codegen/parse.ts';
export type { ShownFrame } from './codegen/frames.ts';
export type * from './codegen/types.ts';
export { describeDiagnostics } from './diagnostics/describe.ts';
export { nameFunctions } from './diagnostics/functions.ts';
export { foldInstances } from './diagnostics/instances.ts';
export { parseDiagnostics } from './diagnostics/parse.ts';
export { printPosition, splitPosition } from './diagnostics/place.ts';
export { printDiagnostics } from './diagnostics/print.ts';
export type * from './diagnostics/types.ts';
export { byteColumnFromUnits, unitsFromByteColumn } from './go/columns.ts';
export { wrapFragment, type Mixed, type Wrapped } from './go/fragment.ts';
export { isStandardImport } from './go/std.ts';
export { importOf, isExternalTest, packageName, replaceImport, scanImports } from './go/imports.ts';
export { nearTests, type NearTest } from './go/near-tests.ts';
export { claimVerdicts, type ClaimEvidence, type ClaimVerdict, type PageClaim } from './page-claim.ts';
export type { ShownLine } from './go/shown.ts';
export { wholeFile } from './go/whole.ts';
export { markId, noteId, spanId, type PartKind } from './ids.ts';
export { originsOf, type OriginOf } from './inline/origin.ts';
export type * from './inline/shown.ts';
export { inlineTrees, type InlineTrees } from './inline/tree.ts';
export type * from './inline/types.ts';
export type * from './problem.ts';
export { totalOf } from './profile/amount.ts';
export { lineAllocations, perIteration } from './profile/attribute.ts';
export { judgeCondition, needsRun, type Outcome, type Witness } from './expect/judge.ts';
export { measureOf } from './expect/measure.ts';
export { parseExpect } from './expect/parse.ts';
export { metrics, type Condition, type ExpectError, type Metric, type Quantity } from './expect/types.ts';
export { parseGctrace, type GcFacts } from './profile/gctrace.ts';
export { shownProfiles } from './profile/shown.ts';
export type * from './profile/shown.ts';
export type * from './profile/types.ts';
export { rules, type RuleId } from './rules.ts';
export { runWords, type Evidence, type RunEvidence } from './sites/evidence.ts';
export { findSites } from './sites/find.ts';
export { reasonWords, type ReasonId } from './sites/reason.ts';
export { witnessesOf, type Witnesses } from './sites/witnesses.ts';
export { compilesOf, printToolchain } from './toolchain.ts';
export type * from './unit.ts';
export { blockVersions } from './versions/block.ts';
export {
  alignSites,
  formOf,
  type AlignableSite,
  type AlignedSite,
  type VersionSites,
} from './versions/align.ts';
export { verdictWords, type Verdict } from './verdict.ts';
export { findViews } from './views.ts';
