import { docsSchema } from '@astrojs/starlight/schema';
import { pages } from '@escapement/astro/loader';
import { defineCollection } from 'astro:content';

/** The guide: every Markdown page of `content/`. */
export const collections = { docs: defineCollection({ loader: pages(), schema: docsSchema() }) };
