export { pluginEscapement } from './plugin.ts';
