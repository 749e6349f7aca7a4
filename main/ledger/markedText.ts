import type { TextPart } from '../contract/incident.ts';

/** Stand around what was found while it comes from SQLite; the index takes no text that has them. */
export const hitStart = '\u0002';
export const hitEnd = '\u0003';

/** Text with its markers as parts without them. */
export const partsOf = (marked: string): TextPart[] =>
  marked.split(hitStart).flatMap((stretch, index) => {
    const end = index === 0 ? 0 : stretch.indexOf(hitEnd);
    const parts = index === 0 ? [{ text: stretch, hit: false }] : [{ text: stretch.slice(0, end), hit: true }, { text: stretch.slice(end + 1), hit: false }];
    return parts.filter(({ text }) => text !== '');
  });
