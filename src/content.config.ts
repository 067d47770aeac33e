import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { pages } from '@escapement/astro/loader';
import { defineCollection } from 'astro:content';

export const collections = {
  /** The guide: every Markdown page of `content/`. */
  docs: defineCollection({ loader: pages(), schema: docsSchema() }),
  /** Starlight asks for it at every build, and Astro warns of one without entries: ours changes no word. */
  i18n: defineCollection({ loader: () => [{ id: 'en' }], schema: i18nSchema() }),
};
