export { script } from './client/index.ts';
export type { Tone } from './tone.ts';
export { markLines, type MarkedLine, type MarkedSpan } from './lines.ts';
export { strongest, type Mark } from './marks.ts';
export { renderGutterParts, renderLineEnd, renderReferences } from './reference.ts';
export { renderNotes } from './notes.ts';
export { styles } from './styles/index.ts';
