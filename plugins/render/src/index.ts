export type { Tone } from './tone.ts';
export { markId, noteId, spanId } from './ids.ts';
export { marksOf, strongest, type Mark } from './marks.ts';
export { renderReferences, renderSign } from './reference.ts';
export { renderNotes } from './notes.ts';
export { styles } from './styles/index.ts';
