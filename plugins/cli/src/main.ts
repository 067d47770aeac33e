import { defineCommand } from 'citty';
import { checkCommand } from './check.ts';

/** The command line: one sub-command a file. */
export const main = defineCommand({
  meta: {
    name: 'escapement',
    description: 'Verifies the Go examples of a documentation site.',
  },
  subCommands: { check: checkCommand },
});
