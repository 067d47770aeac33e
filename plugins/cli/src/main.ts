import { defineCommand } from 'citty';

/** The command line: one sub-command a file, each loaded only when it is called. */
export const main = defineCommand({
  meta: {
    name: 'escapement',
    description: 'Verifies the Go examples of a documentation site.',
  },
  subCommands: {
    init: async () => (await import('./init.ts')).initCommand,
    check: async () => (await import('./check.ts')).checkCommand,
    diff: async () => (await import('./diff.ts')).diffCommand,
    measure: async () => (await import('./measure.ts')).measureCommand,
    freeze: async () => (await import('./freeze.ts')).freezeCommand,
    clean: async () => (await import('./clean.ts')).cleanCommand,
    capture: async () => (await import('./capture.ts')).captureCommand,
  },
});
