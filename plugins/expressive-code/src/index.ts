export { pluginEscapement } from './plugin.ts';
export { createCachingRenderer } from './renderer.ts';
