import type { PageClaim } from './page-claim.ts';
import type { BoundsCheck } from './bounds/types.ts';
import type { ShownFrame } from './codegen/frames.ts';
import type { InlineFacts } from './inline/shown.ts';
import type { Evidence } from './sites/evidence.ts';
import type { ShownProfile } from './profile/shown.ts';
import type { ReasonId } from './sites/reason.ts';
import type { Toolchain } from './unit.ts';
import type { Verdict } from './verdict.ts';

/** A span in the code that the reader sees: 1-based line, 0-based UTF-16 columns, end exclusive. */
export interface Span {
  line: number;
  start: number;
  end: number;
}

/** One step of a flow chain, in words. */
export interface Step {
  /** A plain sentence part: "its address is taken". */
  text: string;
  /** The expression that the compiler names. */
  expr: string;
  /** The compiler's word for the step: `address-of`, `return`, `spill`. */
  why: string;
  /** Where the expression stands in the shown code; absent when it is elsewhere. */
  span?: Span;
  /** The place as the compiler prints it, where `span` is absent: `print.go:314:13`. */
  place?: string;
}

/** One annotated site of a block. */
export interface Site {
  /** Number of its note, counted from 1 in reading order. */
  number: number;
  span: Span;
  verdict: Verdict;
  /** The expression or variable, as the compiler names it; the code where it only numbers it (`~r0`). */
  subject: string;
  /** Why it escapes; absent where it does not. */
  reason?: ReasonId;
  /** One plain sentence for the note. */
  sentence: string;
  steps: Step[];
  /** The compiler's own summary lines for the site, without position. */
  messages: string[];
  /** What each witness says. */
  evidence?: Evidence;
  /** Set where the site is in code that was inlined here. */
  inlined?: InlinedSite;
}

/** Which inlined code a site is in. */
export interface InlinedSite {
  /** The callee that holds it, or, where `exact` is not set, whose code it is in or was inlined into. */
  callee: string;
  exact: boolean;
  /** The inlined calls on the way to it, outermost first. */
  through: string[];
  /** Where the expression is written, if that is in the shown code. */
  span?: Span;
  /** The place as the compiler prints it, where `span` is absent. */
  place?: string;
}

/** The views of a block that an author can ask for. */
export const askedViews = ['escape', 'inline', 'profile', 'frame', 'bounds'] as const;
export type AskedView = (typeof askedViews)[number];

/** What one Go version or target makes of a block. */
export interface BlockVersion {
  /** As its fence names it: `1.24`, `386`, `1.24 386`. */
  name: string;
  /** Set for the build's own, whose sites are those of the block. */
  own?: boolean;
  /** Empty for the build's own. */
  sites: Site[];
  /** Why it does not compile there; absent where it does, and for the build's own. */
  errors?: ShownProblem[];
}

/** A problem to be shown in place (in `dev`), or a compile error that was expected (`fails`). */
export interface ShownProblem {
  line?: number;
  /** 0-based UTF-16 column. */
  column?: number;
  message: string;
  rule?: string;
}

/** Addresses at which a reader can try a program. */
export interface BlockLinks {
  /** Of Compiler Explorer; holds the program itself. */
  explorer?: string;
  /** Of the Go Playground; the program must be copied there. */
  playground?: string;
}

/** All that a renderer needs to show one Go block; plain data that survives JSON. */
export interface BlockFacts {
  /** Unique on the page and fit for an HTML id: `x3`, `search`. */
  id: string;
  /** `verified`: compiled as promised; `fails`: failed as promised; `broken`: has problems. */
  status: 'verified' | 'fails' | 'broken';
  toolchain: Toolchain;
  /** Reproduces `output`. */
  command: string;
  /** The compiler's own lines about this block's file, in its words and its numbering. */
  output: string;
  sites: Site[];
  /** What the inliner decided. */
  inline?: InlineFacts;
  /** The checks of indices, slices and pointers; absent where the author did not ask for them. */
  bounds?: BoundsCheck[];
  /** Absent where no code is known. */
  frames?: ShownFrame[];
  /** What its lines allocate, for each benchmark and program that was run; absent where none was. */
  profile?: ShownProfile[];
  /** The views that the author asked for, in the author's order: the first is shown first. */
  show?: AskedView[];
  /** The versions and targets between which a reader can switch; absent where there is but one. */
  versions?: BlockVersion[];
  /** Compile errors that the author expects. */
  errors: ShownProblem[];
  /** What is wrong with the block; empty unless `broken`. */
  problems: ShownProblem[];
  /** 1-based shown lines on which a claim was confirmed. */
  claims: number[];
  /** The whole Go file, which the reader copies; absent where the block shows it. */
  copy?: string;
  /** Where a reader can try it; absent where it needs more than itself, or the site wants none. */
  links?: BlockLinks;
  /** Path of the quoted file and its first shown line, for a block that quotes one. */
  source?: { file: string; line: number };
}

/** What the remark plugin leaves in `file.data.escapement`. */
export interface PageFacts {
  blocks: Record<string, BlockFacts>;
  /** Claims that the page makes in sentences, in their order; absent where there are none. */
  claims?: PageClaim[];
}
