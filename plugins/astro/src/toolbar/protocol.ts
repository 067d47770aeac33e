import type { DevPage } from '../dev/pages.ts';
import type { ExampleState } from '../dev/example-state.ts';

/** The attribute that holds the path of a page's source, from the root of the project. */
export const PAGE_MARKER = 'data-escapement-page';

/** Names of the messages between the toolbar in a page and the server. */
export const messages = {
  /** From the page: its paths are asked for. */
  ask: 'escapement:ask',
  /** From the server: what is known of these pages. */
  tell: 'escapement:tell',
  /** From the page: an example is to be measured. */
  measure: 'escapement:measure',
  /** From the server: how far that is. */
  measuring: 'escapement:measuring',
} as const;

/** Asks for pages, by path. */
export interface Ask {
  paths: string[];
}

/** What the server knows of a page. */
export interface Tell extends Pick<DevPage, 'tookMs' | 'at'> {
  path: string;
  problems: ToldProblem[];
  examples: (ExampleState & { opens: string })[];
}

/** A problem with the addresses of what it is about. */
export interface ToldProblem {
  rule: string;
  warning: boolean;
  /** `content/page.md:3:4` */
  place: string;
  /** The same with the whole path: what an editor opens. */
  opens: string;
  reason: string;
  note?: string;
  /** What explains the rule. */
  docs: string;
}

/** Asks for the benchmarks of an example to be measured. */
export interface Measure {
  path: string;
  example: string;
}

/** How far that is; at its end with what went wrong, if anything did. */
export interface Measuring extends Measure {
  state: 'running' | 'done' | 'failed';
  /** One sentence. */
  text: string;
}
