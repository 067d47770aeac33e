import { pageStyles } from '@escapement/expressive-code';
import { styles } from '@escapement/rehype';
import type { AstroConfig } from 'astro';

type VitePlugin = Extract<NonNullable<AstroConfig['vite']['plugins']>[number], { name: string }>;

/** The statement that puts the stylesheet on a page. */
export const importPageStyles = "import 'virtual:escapement/page.css';";

/**
 * Gives that stylesheet to Vite: that of tables, charts and numbers, and of code blocks unless it comes with
 * Expressive Code.
 */
export function pageStylesheet(blocks: boolean): VitePlugin {
  return {
    name: 'escapement:page-styles',
    resolveId: (id) => (id === 'virtual:escapement/page.css' ? FILE : undefined),
    load: (id) => (id === FILE ? (blocks ? styles : pageStyles) : undefined),
  };
}

/** Vite knows a stylesheet by the end of its name. */
const FILE = '/__escapement-page.css';
