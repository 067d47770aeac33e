import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { optionsPage } from './reference/options.ts';

/** `npm run reference`: writes the pages of the reference that are made from the code. */
const file = join(import.meta.dirname, '../content/reference/options.md');
writeFileSync(file, optionsPage());
console.log('content/reference/options.md');
