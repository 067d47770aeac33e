/**
 * A transformer of Shiki that takes away its time limit. By default a line whose colours are not found
 * within half a second loses the rest of them, which happens on a busy machine: the same site would come
 * out otherwise, and stay so in Astro's cache. The sizes of pages and examples are limited anyhow.
 */
export const unhurried = {
  name: 'escapement:unhurried',
  preprocess(_code: string, options: { tokenizeTimeLimit?: number }): void {
    options.tokenizeTimeLimit = 0;
  },
};
