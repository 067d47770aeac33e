export { formats, type Format } from './formats.ts';
