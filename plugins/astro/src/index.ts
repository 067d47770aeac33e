export { escapement, escapement as default } from './integration.ts';
export { pages, type PagesOptions } from './loader.ts';
export { starlightEscapement } from './starlight.ts';
