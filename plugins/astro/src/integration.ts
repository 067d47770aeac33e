import { isUnifiedProcessor, type unified } from '@astrojs/markdown-remark';
import {
  loadOptions,
  openSession,
  publishSite,
  remarkForSession,
  type Options,
  type OptionsInput,
} from '@escapement/remark';
import { rehypeEscapement } from '@escapement/rehype';
import type { AstroIntegration } from 'astro';
import { fileURLToPath } from 'node:url';
import { shikiOptions, type Highlighter } from './highlighter.ts';
import { pageHandler } from './page-handler.ts';
import { importPageStyles, pageStylesheet } from './page-styles.ts';
import { prepass } from './prepass.ts';
import { routes } from './publish/routes.ts';
import { publishedSite, type Published } from './publish/vite.ts';
import { rehypeFacts } from './rehype-facts.ts';
import { watchQuotes } from './watch-quotes.ts';

/**
 * The Astro integration. `astro build` verifies all pages before anything is rendered and stops with
 * every problem at its place; `astro dev` verifies a page when it is rendered and shows problems in it.
 *
 * @param highlighter what shows code: pages are rendered again when its options change
 * @throws (from Astro's set-up) when the Markdown processor is not `unified()`, or options do not fit.
 */
export function escapement(input: OptionsInput = {}, highlighter: Highlighter = {}): AstroIntegration {
  return {
    name: '@escapement/astro',
    hooks: {
      'astro:config:setup': async ({ config, command, updateConfig, injectRoute, injectScript, logger }) => {
        if (command === 'preview') return;
        const root = fileURLToPath(config.root);
        const options = await loadOptions(root, input);
        const base = config.base.replace(/\/$/, '');
        const session = openSession(root, command === 'dev' ? whileWriting(options) : options, base);
        const quotes = new Map<string, string[]>();
        const onPage = pageHandler(session, command, quotes, (text) => logger.error(text));
        const processor = unifiedProcessor(config.markdown.processor);
        processor.options.remarkPlugins.push(remarkForSession(session, onPage));
        processor.options.rehypePlugins.push(rehypeFacts);
        const shiki = shikiOptions(highlighter);
        if (shiki) {
          processor.options.rehypePlugins.push([rehypeEscapement, shiki]);
          // Astro's own highlighter is in front of all plugins, and leaves nothing to mark.
          updateConfig({ markdown: { syntaxHighlight: false } });
        }
        const published: Published = {};
        const plugins = [
          watchQuotes(root, quotes),
          publishedSite(session, base, published),
          pageStylesheet(shiki !== undefined),
        ];
        updateConfig({ vite: { plugins, ssr: { noExternal: ['@escapement/astro'] } } });
        injectScript('page-ssr', importPageStyles);
        if (session.options.publish) routes.forEach((route) => injectRoute(route));
        if (command === 'build') {
          const verified = await prepass(session, logger, highlighter);
          published.site = publishSite(verified, session.options, base);
        }
      },
    },
  };
}

/** Measuring takes seconds, at every save: timings wait for the next build. */
function whileWriting(options: Options): Options {
  return options.timings === 'auto' ? { ...options, timings: 'keep' } : options;
}

type UnifiedProcessor = ReturnType<typeof unified>;

/** Astro's default processor runs no remark plugin and says nothing of it: pages would go unverified. */
function unifiedProcessor(processor: { name: string } | undefined): UnifiedProcessor {
  if (processor && isUnifiedProcessor(processor as UnifiedProcessor)) return processor as UnifiedProcessor;
  throw new Error(
    `Unexpected Markdown processor \`${processor?.name ?? 'none'}\`, expected \`unified()\`: Escapement is a remark plugin.\n` +
      "Add to astro.config.mjs: import { unified } from '@astrojs/markdown-remark' and markdown: { processor: unified() }.",
  );
}
