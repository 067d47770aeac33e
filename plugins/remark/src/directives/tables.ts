import type { BlockContent } from 'mdast';
import { escapesTable } from '../attach/escapes-table.ts';
import { figure, listOf, text } from '../attach/figure.ts';
import { profileTables } from '../attach/profile-table.ts';
import { outputFigure } from '../attach/output.ts';
import { shownSites } from '../attach/shown-sites.ts';
import { inTime, versionsTable } from '../attach/versions-table.ts';
import { findExample, findProfiles, toldOf, type PageKnowledge } from './target.ts';
import { targetTrouble, type Content, type Trouble } from './trouble.ts';

/** `::escapes`: the sites of an example. */
export function escapesContent(page: PageKnowledge, of: string, id: string): Content | Trouble {
  const example = findExample(page, of);
  if ('reason' in example) return targetTrouble(example);
  const facts = toldOf(page, example);
  if (!facts) return [];
  return captioned(id, 'Where memory is decided in ', of, escapesTable(example, shownSites(example, facts)));
}

/** `::output`: what a program printed, away from it. */
export function outputContent(page: PageKnowledge, of: string, id: string): Content | Trouble {
  const example = findExample(page, of);
  if ('reason' in example) return targetTrouble(example);
  const facts = toldOf(page, example);
  if (!facts) return [];
  if (facts.run) return [outputFigure(example, facts.run, id)];
  return targetTrouble({
    reason: `Unexpected example \`${of}\` of \`output\`: its program is not run`,
    expected: ['`run` on the fence'],
  });
}

/** `::versions`: what compilers or targets decide. */
export function versionsContent(page: PageKnowledge, of: string, id: string): Content | Trouble {
  const example = findExample(page, of);
  if ('reason' in example) return targetTrouble(example);
  const variants = page.facts.get(example.unit)?.variants;
  if (variants) {
    const what = inTime(variants) ? 'Go version' : 'architecture';
    return captioned(id, `What the compiler decides, by ${what}: `, of, versionsTable(example, variants));
  }
  return targetTrouble({
    reason: `Unexpected example \`${of}\` of \`versions\`: its fence asks for no other Go version or architecture`,
    expected: ['go="1.24 1.26"', 'goarch="386 amd64"'],
  });
}

/** `::profile`: what each line allocates. */
export function profileContent(page: PageKnowledge, of: string, id: string): Content | Trouble {
  const found = findProfiles(page, of);
  if ('reason' in found) return targetTrouble(found);
  const { example, runs } = found;
  const others = page.examples.filter((other) => other !== example && other.unit === example.unit);
  if (runs.length > 0)
    return captioned(id, 'Allocated by line: ', of, ...profileTables(example, others, runs));
  return targetTrouble({
    reason: `Unexpected example \`${of}\` of \`profile\`: its fence asks for no memory profile`,
    expected: ['bench', 'run show=profile'],
  });
}

function captioned(id: string, caption: string, of: string, ...content: BlockContent[]): Content {
  return [figure(id, [text(caption), ...listOf([of])], content)];
}
