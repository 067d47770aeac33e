export { pluginEscapement } from './plugin.ts';
export { createCachingRenderer } from './renderer.ts';
export { pageStyles } from '@escapement/render';
