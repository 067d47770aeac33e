import { createCachingRenderer, pluginEscapement, unhurried } from '@escapement/expressive-code';
import { loadOptions, type OptionsInput } from '@escapement/remark';
import type { StarlightExpressiveCodeOptions } from '@astrojs/starlight/expressive-code';
import type { StarlightPlugin } from '@astrojs/starlight/types';
import { fileURLToPath } from 'node:url';
import { escapement } from './integration.ts';

/**
 * The same as a Starlight plugin: one line in `starlight({ plugins: [escapement()] })`. It also gives
 * Expressive Code the marks, keeps Go's tabs as they are, and has Starlight treat the content folders
 * as it treats its own.
 */
export function starlightEscapement(input: OptionsInput = {}): StarlightPlugin {
  return {
    name: '@escapement/astro',
    hooks: {
      async 'config:setup'({ config, astroConfig, command, updateConfig, addIntegration }) {
        const { content } = await loadOptions(fileURLToPath(astroConfig.root), input);
        const code = typeof config.expressiveCode === 'object' ? config.expressiveCode : {};
        // A build renders a block once, and would remember it for nothing.
        const remembering = command === 'dev' && { customCreateRenderer: createCachingRenderer };
        // Starlight's default of two spaces for a tab would move every column of the compiler.
        const expressiveCode = {
          ...remembering,
          ...code,
          tabWidth: 0,
          ...withShiki(code.shiki),
          plugins: [...(code.plugins ?? []), pluginEscapement()],
        };
        updateConfig({
          expressiveCode,
          markdown: {
            ...config.markdown,
            processedDirs: [...(config.markdown?.processedDirs ?? []), ...content],
          },
        });
        // Runs behind Starlight's own set-up and before that of Expressive Code.
        addIntegration(escapement(input, { expressiveCode }));
      },
    },
  };
}

/** Adds to the options of Shiki; where they are `false`, nothing is highlighted. */
function withShiki(shiki: ShikiOptions): { shiki?: ShikiOptions } {
  if (shiki === false) return { shiki };
  const own = typeof shiki === 'object' ? shiki : {};
  return { shiki: { ...own, transformers: [...(own.transformers ?? []), unhurried] } };
}

type ShikiOptions = Exclude<StarlightExpressiveCodeOptions, boolean | undefined>['shiki'];
