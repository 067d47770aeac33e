import { serveGuide } from './browse/guide.ts';
import { describeAudit, missed } from './lighthouse/judge.ts';
import { audit } from './lighthouse/run.ts';

/**
 * `npm run lighthouse`: builds the guide, serves it compressed and asks Lighthouse about three pages, or those
 * named behind it. Ends with 1 where a page misses a goal. The scores depend on how busy the machine is.
 */
const named = process.argv.slice(2);
const paths = named.length > 0 ? named : ['/', '/guide/when-a-value-escapes/', '/guide/measuring/'];

const guide = await serveGuide();
const failures: string[] = [];
// One by one: they would slow each other down.
for (const path of paths) {
  const page = await audit(guide.url, path);
  console.log(describeAudit(page));
  failures.push(...missed(page));
}
guide.close();
for (const failure of failures) console.error(failure);
process.exitCode = failures.length === 0 ? 0 : 1;
