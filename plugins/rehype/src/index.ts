export type { RehypeOptions } from './options.ts';
export { rehypeEscapement, rehypeEscapement as default } from './plugin.ts';
export { styles } from './styles.ts';
export { scriptWithCopy as script } from '@escapement/render';
