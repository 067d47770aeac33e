import { unified } from '@astrojs/markdown-remark';
import starlight from '@astrojs/starlight';
import { starlightEscapement } from '@escapement/astro';
import { defineConfig } from 'astro/config';

export default defineConfig({
  markdown: { processor: unified() },
  integrations: [
    starlight({
      title: 'Verified guide',
      plugins: [starlightEscapement()],
      // New pages are listed here: `guide/limits` is content/guide/limits.md.
      sidebar: ['index', { label: 'Guide', items: ['guide/limits'] }],
    }),
  ],
});
