import { pageStyles } from '@escapement/expressive-code';
import type { AstroConfig } from 'astro';

type VitePlugin = Extract<NonNullable<AstroConfig['vite']['plugins']>[number], { name: string }>;

/** The statement that puts the stylesheet of tables, charts and numbers on a page. */
export const importPageStyles = "import 'virtual:escapement/page.css';";

/** Gives that stylesheet to Vite. That of code blocks comes with Expressive Code. */
export function pageStylesheet(): VitePlugin {
  return {
    name: 'escapement:page-styles',
    resolveId: (id) => (id === 'virtual:escapement/page.css' ? FILE : undefined),
    load: (id) => (id === FILE ? pageStyles : undefined),
  };
}

/** Vite knows a stylesheet by the end of its name. */
const FILE = '/__escapement-page.css';
