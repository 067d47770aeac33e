export { pluginEscapement } from './plugin.ts';
export { createCachingRenderer } from './renderer.ts';
export { unhurried } from './unhurried.ts';
export { pageStyles } from '@escapement/render';
