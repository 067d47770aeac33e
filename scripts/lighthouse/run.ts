import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** The four that are looked at, each from 0 to 100. */
export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** What Lighthouse found of one page. */
export interface Audit {
  path: string;
  scores: Record<(typeof categories)[number], number>;
  /** Bytes over the wire by kind, and all together. */
  weights: Record<'html' | 'css' | 'js' | 'fonts' | 'all', number>;
  /** Cumulative layout shift. */
  shift: number;
  /** Titles of the audits that cost points. */
  costs: string[];
}

/**
 * Runs Lighthouse on a page as on a phone: slow network and processor, simulated. It comes from npm when it
 * is asked for, as its 180 MB are nothing that everyone who builds the site should wait for.
 *
 * @throws when it does not run, with what it printed
 */
export async function audit(url: string, path: string): Promise<Audit> {
  const args = ['--yes', LIGHTHOUSE, url + path, '--output=json', '--quiet'];
  const flags = [`--only-categories=${categories.join(',')}`, `--chrome-flags=${CHROME}`];
  const { stdout } = await promisify(execFile)('npx', [...args, ...flags], {
    maxBuffer: 1 << 28,
    env: { ...process.env, CHROME_PATH: process.env['ESCAPEMENT_CHROMIUM'] },
  });
  return readReport(path, JSON.parse(stdout) as Report);
}

/** A newer version may score otherwise: pinned. */
const LIGHTHOUSE = 'lighthouse@13.5.0';
const CHROME = '--headless=new --no-sandbox --disable-gpu';

function readReport(path: string, { categories: found, audits }: Report): Audit {
  const requests = audits['network-requests']!.details!.items!;
  const weigh = (kind: string) =>
    requests.reduce(
      (sum, { resourceType, transferSize = 0 }) => (resourceType === kind ? sum + transferSize : sum),
      0,
    );
  const counted = categories.flatMap((name) => found[name]!.auditRefs.filter(({ weight }) => weight > 0));
  const costs = counted.flatMap(({ id }) => {
    const { score, title, displayValue } = audits[id]!;
    return score === null || score >= 0.98 ? [] : `${title}${displayValue ? `: ${displayValue}` : ''}`;
  });
  return {
    path,
    scores: Object.fromEntries(
      categories.map((name) => [name, Math.round(100 * found[name]!.score)]),
    ) as Audit['scores'],
    weights: {
      html: weigh('Document'),
      css: weigh('Stylesheet'),
      js: weigh('Script'),
      fonts: weigh('Font'),
      all: requests.reduce((sum, { transferSize = 0 }) => sum + transferSize, 0),
    },
    shift: audits['cumulative-layout-shift']!.numericValue!,
    costs,
  };
}

/** What is read of Lighthouse's report. */
interface Report {
  categories: Record<string, { score: number; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<
    string,
    {
      title: string;
      score: number | null;
      displayValue?: string;
      numericValue?: number;
      details?: { items?: { resourceType?: string; transferSize?: number }[] };
    }
  >;
}
