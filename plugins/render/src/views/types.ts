import { askedViews } from '@escapement/facts';
import type { Element } from 'hast';

/** The views of a block: those that an author can ask for, and the compiler's own words. */
export const viewIds = [...askedViews, 'output'] as const;
export type ViewId = (typeof viewIds)[number];

/** One way to look at a block: what it shows at lines of the code, and what below it. */
export interface View {
  id: ViewId;
  /** On its tab. */
  label: string;
  /** Empty for the escapes, whose marks are part of the code. */
  labels: LineLabel[];
  /** Makes the part below the code; empty where there is none. */
  panel: () => Element[];
}

/** What a view shows at one line. */
export interface LineLabel {
  /** 1-based shown line. */
  line: number;
  /** A few words for the end of the line; with a `share`, a number for its beginning. */
  text: string;
  /** Share of the largest number, from 0 to 1: the length of a bar. */
  share?: number;
  /** `cost`: what a reader looks for; `quiet`: all other. */
  weight?: 'cost' | 'quiet';
}
