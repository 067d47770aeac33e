import { defineConfig } from 'vitest/config';

const anywhere = (name: string) => [`plugins/*/test/**/*${name}`, `tests/**/*${name}`];
const minute = 60_000;

/** A file's suffix says what its tests need, and so in which project they run. */
export default defineConfig({
  test: {
    // As many files at once as there are cores, and not one fewer: many wait for Go, the disk or a limit.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'pure',
          // None takes long; a busy machine may.
          testTimeout: minute,
          include: anywhere('.test.ts'),
          exclude: ['**/*.{toolchain,site,browser}.test.ts', '**/fixtures/**', '**/node_modules/**'],
        },
      },
      {
        test: {
          name: 'toolchain',
          include: anywhere('.toolchain.test.ts'),
          testTimeout: 5 * minute,
          hookTimeout: 5 * minute,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'site',
          include: anywhere('.site.test.ts'),
          testTimeout: 10 * minute,
          hookTimeout: 10 * minute,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'browser',
          include: anywhere('.browser.test.ts'),
          // One worker, which keeps its modules and so the guide that it has built.
          fileParallelism: false,
          isolate: false,
          // Some look at every page of the guide.
          testTimeout: 8 * minute,
          hookTimeout: 10 * minute,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
