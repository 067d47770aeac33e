import type { Report } from '@escapement/remark';
import { formatGithub } from './github.ts';
import { formatJunit } from './junit.ts';
import { formatSarif } from './sarif.ts';

/** What a format needs besides the report. */
export interface FormatContext {
  /** Address of the page of the rules, where it is one of the web; rules stand behind its `#`. */
  docs: string;
}

/** How a report is printed for programs, by the name on the command line. Text is for people. */
export const formats: Record<Format, (report: Report, context: FormatContext) => string> = {
  json: (report) => `${JSON.stringify(report, undefined, 2)}\n`,
  sarif: formatSarif,
  junit: formatJunit,
  github: formatGithub,
};

/** Name of a format for programs. */
export type Format = 'json' | 'sarif' | 'junit' | 'github';
