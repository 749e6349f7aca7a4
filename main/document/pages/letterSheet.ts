import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { NoticeLetter } from '../../contract/person.ts';
import type { Wording } from '../wording.ts';
import { ink, written } from './sheet.ts';

/** A letter on the site's own paper: nothing on it says who printed it, and where. Whoever gets it is told who decided. */
export const letterSheet = ({ words }: Wording, { site, day, text, signature }: NoticeLetter): TDocumentDefinitions => ({
  pageSize: 'A4',
  pageMargins: [71, 71, 71, 71],
  info: { title: `${words.person.letter.title}, ${site}`, author: site, creator: 'Quietbell', producer: 'Quietbell' },
  footer: (page, of) => (of === 1 ? '' : { text: words.page(page, of), alignment: 'right', margin: [71, 24, 71, 0], fontSize: 8.5, color: ink.soft }),
  content: [
    { text: site, fontSize: 16, bold: true, color: ink.accent },
    { canvas: [{ type: 'line', x1: 0, y1: 6, x2: 453, y2: 6, lineWidth: 0.6, lineColor: ink.line }] },
    { text: day, alignment: 'right', color: ink.soft, margin: [0, 14, 0, 40] },
    written(text),
    { stack: [{ canvas: [{ type: 'line', x1: 0, y1: 0, x2: 210, y2: 0, lineWidth: 0.7, lineColor: ink.soft }] }, { text: signature, fontSize: 9, color: ink.soft, margin: [0, 3, 0, 0] }], margin: [0, 56, 0, 0], unbreakable: true },
  ],
  defaultStyle: { font: 'Inter', fontSize: 10.5, lineHeight: 1.4, color: ink.text },
});
