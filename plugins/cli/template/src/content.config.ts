import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { pages } from '@escapement/astro/loader';
import { defineCollection } from 'astro:content';

export const collections = {
  /** Every Markdown page of `content/`. */
  docs: defineCollection({ loader: pages(), schema: docsSchema() }),
  /** Starlight asks for it: one empty entry changes no word. */
  i18n: defineCollection({ loader: () => [{ id: 'en' }], schema: i18nSchema() }),
};
