import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cliPage } from './reference/cli.ts';
import { directivesPage } from './reference/directives.ts';
import { wordsPage } from './reference/meta.ts';
import { optionsPage } from './reference/options.ts';

/** `npm run reference`: writes the pages of the reference that are made from the code. */
const pages = {
  options: optionsPage(),
  cli: await cliPage(),
  words: wordsPage(),
  directives: directivesPage(),
};
for (const [name, text] of Object.entries(pages)) {
  const file = `content/reference/${name}.md`;
  writeFileSync(join(import.meta.dirname, '..', file), text);
  console.log(file);
}
