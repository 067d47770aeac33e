import type { StarlightUserConfig } from '@astrojs/starlight/types';

/** The look of the guide: the part of Starlight's options that concerns type, colour and components. */
export const look = {
  customCss: ['./src/styles/theme.css', './src/styles/content.css'],
  logo: { src: './src/assets/logo.svg', alt: '' },
  favicon: '/favicon.svg',
  components: { Search: './src/components/Search.astro' },
  expressiveCode: {
    themes: ['github-dark-default', 'github-light-default'],
    useStarlightUiThemeColors: true,
    // The compiler's columns count a tab as one byte: leave tabs to CSS.
    tabWidth: 0,
    frames: { extractFileNameFromCode: false },
    styleOverrides: { borderRadius: '0.25rem', codeLineHeight: '1.65', codeFontSize: '0.84375rem' },
  },
} satisfies Partial<StarlightUserConfig>;
