import type { StarlightUserConfig } from '@astrojs/starlight/types';
import { defineConfig, fontProviders } from 'astro/config';

/** The look of the guide: the part of Starlight's options that concerns type, colour and components. */
export const look = {
  customCss: ['./src/styles/theme.css', './src/styles/content.css', './src/styles/print.css'],
  logo: { src: './src/assets/logo.svg', alt: '' },
  favicon: '/favicon.svg',
  components: {
    Head: './src/components/Head.astro',
    MarkdownContent: './src/components/MarkdownContent.astro',
    Hero: './src/components/Hero.astro',
    PageTitle: './src/components/PageTitle.astro',
    Search: './src/components/Search.astro',
  },
  expressiveCode: {
    themes: ['github-dark-default', 'github-light-default'],
    useStarlightUiThemeColors: true,
    // The compiler's columns count a tab as one byte: leave tabs to CSS.
    tabWidth: 0,
    frames: { extractFileNameFromCode: false },
    // Long lines wrap: on a phone every mark is in sight, and nothing scrolls sideways.
    defaultProps: { wrap: true, hangingIndent: 4 },
    styleOverrides: {
      borderRadius: '0.25rem',
      codeLineHeight: '1.65',
      codeFontSize: '0.84375rem',
      codePaddingInline: 'clamp(0.6rem, 3vw, 1rem)',
    },
  },
} satisfies Partial<StarlightUserConfig>;

/**
 * Astro's `fonts`: one weight of one family, for headings, 20 kB, from the guide's own host.
 * `src/components/Head.astro` puts it on the page. (`defineConfig` is here for its types.)
 */
export const { fonts } = defineConfig({
  fonts: [
    {
      provider: fontProviders.local(),
      name: 'IBM Plex Serif',
      cssVariable: '--guide-serif',
      display: 'optional',
      fallbacks: ['Georgia', 'serif'],
      options: {
        variants: [
          {
            weight: 600,
            style: 'normal',
            src: ['@fontsource/ibm-plex-serif/files/ibm-plex-serif-latin-600-normal.woff2'],
          },
        ],
      },
    },
  ],
});
