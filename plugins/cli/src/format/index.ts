export { formats, type Format, type FormatContext } from './formats.ts';
