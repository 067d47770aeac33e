import { isUnifiedProcessor } from '@astrojs/markdown-remark';
import {
  loadOptions,
  openSession,
  remarkForSession,
  type OptionsInput,
  type Session,
} from '@escapement/remark';
import { rehypeEscapement } from '@escapement/rehype';
import type { AstroIntegration } from 'astro';
import { fileURLToPath } from 'node:url';
import { renewOptions, whileWriting } from './dev/options.ts';
import { pageMarker } from './dev/page-marker.ts';
import type { DevPages } from './dev/pages.ts';
import { watchProject } from './dev/watch.ts';
import { shikiOptions, type Highlighter } from './highlighter.ts';
import { pageHandler } from './page-handler.ts';
import { importPageStyles, pageStylesheet } from './page-styles.ts';
import { prepass } from './prepass.ts';
import { routes } from './publish/routes.ts';
import { publishedSite, type Published } from './publish/vite.ts';
import { rehypeFacts } from './rehype-facts.ts';
import { setBlocksAside, type UnifiedProcessor } from './set-aside.ts';
import { ICON } from './toolbar/icon.ts';
import { serveToolbar } from './toolbar/server.ts';

/**
 * The Astro integration. `astro build` verifies all pages before anything is rendered and stops with
 * every problem at its place; `astro dev` verifies a page when it is rendered and shows problems in it.
 *
 * @param highlighter what shows code: pages are rendered again when its options change
 * @throws (from Astro's set-up) when the Markdown processor is not `unified()`, or options do not fit.
 */
export function escapement(input: OptionsInput = {}, highlighter: Highlighter = {}): AstroIntegration {
  const pages: DevPages = new Map();
  let session: Session;
  return {
    name: '@escapement/astro',
    hooks: {
      // Expressive Code adds its plugin behind ours.
      'astro:config:done': ({ config }) => {
        if (session) setBlocksAside(unifiedProcessor(config.markdown.processor));
      },
      'astro:server:setup': ({ toolbar }) => serveToolbar(toolbar, session, pages),
      'astro:config:setup': async ({ addDevToolbarApp, config, command, logger, ...setup }) => {
        const { updateConfig, injectRoute, injectScript } = setup;
        if (command === 'preview') return;
        const root = fileURLToPath(config.root);
        const options = await loadOptions(root, input);
        const base = config.base.replace(/\/$/, '');
        const developing = command === 'dev';
        session = openSession(root, developing ? whileWriting(options) : options, base);
        const onPage = pageHandler(session, command, pages, (text) => logger.error(text));
        const processor = unifiedProcessor(config.markdown.processor);
        processor.options.remarkPlugins.push(
          remarkForSession(session, onPage, { failures: developing ? 'shown' : 'thrown' }),
        );
        processor.options.rehypePlugins.push(rehypeFacts);
        if (developing) {
          processor.options.rehypePlugins.push([pageMarker, { root }]);
          addDevToolbarApp(toolbarApp);
        }
        const shiki = shikiOptions(highlighter);
        if (shiki) {
          processor.options.rehypePlugins.push([rehypeEscapement, shiki]);
          // Astro's own highlighter is in front of all plugins, and leaves nothing to mark.
          updateConfig({ markdown: { syntaxHighlight: false } });
        }
        const published: Published = {};
        const renew = async () => {
          const { error, waiting } = await renewOptions(session, input, options);
          if (error) logger.error(error);
          if (waiting) logger.warn(waiting);
        };
        const plugins = [
          ...(developing ? [watchProject(session, pages, renew)] : []),
          publishedSite(session, base, published),
          pageStylesheet(shiki !== undefined),
        ];
        updateConfig({ vite: { plugins, ssr: { noExternal: ['@escapement/astro'] } } });
        injectScript('page-ssr', importPageStyles);
        if (session.options.publish) routes.forEach((route) => injectRoute(route));
        if (command === 'build') published.site = await prepass(session, logger, highlighter);
      },
    },
  };
}

/** What the toolbar of Astro's dev server shows of a page. */
const toolbarApp = {
  id: 'escapement',
  name: 'Escapement',
  icon: ICON,
  entrypoint: '@escapement/astro/toolbar',
};

/** Astro's default processor runs no remark plugin and says nothing of it: pages would go unverified. */
function unifiedProcessor(processor: { name: string } | undefined): UnifiedProcessor {
  if (processor && isUnifiedProcessor(processor as UnifiedProcessor)) return processor as UnifiedProcessor;
  throw new Error(
    `Unexpected Markdown processor \`${processor?.name ?? 'none'}\`, expected \`unified()\`: Escapement is a remark plugin.\n` +
      "Add to astro.config.mjs: import { unified } from '@astrojs/markdown-remark' and markdown: { processor: unified() }.",
  );
}
