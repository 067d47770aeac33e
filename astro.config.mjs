import { unified } from '@astrojs/markdown-remark';
import starlight from '@astrojs/starlight';
import { starlightEscapement } from '@escapement/astro';
import { defineConfig } from 'astro/config';
import { fonts, look } from './src/starlight.ts';

export default defineConfig({
  site: process.env.ESCAPEMENT_SITE ?? 'http://localhost:4321',
  fonts,
  markdown: { processor: unified() },
  integrations: [
    starlight({
      ...look,
      title: 'Escapement',
      description: 'Escape analysis and memory management in Go, checked by the compiler at every build.',
      plugins: [starlightEscapement()],
      lastUpdated: true,
      // Where "Edit page" leads, up to the path of the page; without it there is no such link.
      editLink: { baseUrl: process.env.ESCAPEMENT_EDIT },
      sidebar: [
        {
          label: 'Guide',
          items: [
            'guide/learning-path',
            {
              label: 'Where values live',
              items: [
                'guide/stack-and-heap',
                'guide/when-a-value-escapes',
                'guide/closures-and-goroutines',
                'guide/interfaces',
                'guide/sizes',
                'guide/growth',
                'guide/strings',
              ],
            },
            {
              label: 'Asking the compiler',
              items: [
                'guide/reading-the-compiler',
                'guide/reading-a-program',
                'guide/flags',
                'guide/messages',
                'guide/messages-inlining',
              ],
            },
            {
              label: 'Measuring',
              items: [
                'guide/measuring',
                'guide/counting',
                'guide/from-benchmark-to-reason',
                'guide/live-services',
                'guide/watching-the-collector',
              ],
            },
            {
              label: 'Writing for the stack',
              items: [
                'guide/values-and-pointers',
                'guide/signatures',
                'guide/reusing-memory',
                'guide/pools',
                'guide/automation',
              ],
            },
            'guide/rules',
            { label: 'Folklore, checked', link: '/claims/' },
          ],
        },
        {
          label: 'For authors',
          items: [
            { label: 'Tutorial', items: ['tutorial/ten-minutes', 'reference/writing'] },
            {
              label: 'How to',
              items: [
                'how-to/quote',
                'how-to/hide',
                'how-to/versions',
                'how-to/budgets',
                'how-to/ci',
                'how-to/freeze',
                'how-to/modules',
                'how-to/diff',
                'reference/editing',
                'reference/hosts',
              ],
            },
            {
              label: 'Reference',
              items: [
                'reference/words',
                'reference/directives',
                'reference/claims',
                'reference/options',
                'reference/cli',
                'reference/rules',
                'reference/programs',
                'reference/glossary',
                { label: 'Freshness', link: '/reference/freshness/' },
              ],
            },
            {
              label: 'Explanation',
              items: ['reference/verdicts', 'reference/measuring', 'explanation/cache-and-sandbox'],
            },
          ],
        },
      ],
    }),
  ],
});
