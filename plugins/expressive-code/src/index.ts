export type {} from './page.ts';
export { pluginEscapement } from './plugin.ts';
