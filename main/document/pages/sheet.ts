import type { Content, ContentTable, CustomTableLayout, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { ExportMaker } from '../../contract/export.ts';
import type { Wording } from '../wording.ts';

/** The colours of paper: all of them are told apart in grey as well. */
export const ink = { text: '#1b2129', soft: '#59636f', line: '#d3d9df', accent: '#1d4b5c', wash: '#f3f6f8', warning: '#9a3412' } as const;

/** What stands on each page around its content. */
export interface Frame {
  readonly site: string;
  readonly title: string;
  readonly foot: string;
}

/** Who made a document. */
export type Maker = Pick<ExportMaker, 'site' | 'station' | 'staff' | 'at'>;

/** For the foot of what stays among colleagues: whoever gets it knows whom to ask. */
export const printedBy = ({ words, localTime }: Wording, { staff, station, at }: Maker): string => words.printed(staff ?? words.commandLine, station, localTime(at));

/** A4 with site and title in the head, where it comes from and the page in the foot. */
export const sheet = ({ words }: Pick<Wording, 'words'>, { site, title, foot }: Frame, content: Content[]): TDocumentDefinitions => ({
  pageSize: 'A4',
  pageMargins: [54, 72, 54, 64],
  info: { title, author: site, creator: 'Quietbell', producer: 'Quietbell' },
  header: () => ({
    margin: [54, 32, 54, 0],
    stack: [
      { columns: [{ text: site, bold: true, color: ink.accent }, { text: inOneLine(title), alignment: 'right', color: ink.soft, width: 'auto' }], fontSize: 8.5 },
      { canvas: [{ type: 'line', x1: 0, y1: 6, x2: 487, y2: 6, lineWidth: 0.6, lineColor: ink.line }] },
    ],
  }),
  footer: (page, of) => ({
    margin: [54, 22, 54, 0],
    columns: [{ text: foot }, { text: words.page(page, of), alignment: 'right', width: 'auto' }],
    fontSize: 8,
    color: ink.soft,
  }),
  content,
  defaultStyle: { font: 'Inter', fontSize: 9.5, lineHeight: 1.25, color: ink.text },
});

const longestHead = 70;
const inOneLine = (text: string): string => (text.length > longestHead ? `${text.slice(0, longestHead - 1).trimEnd()}…` : text);

export const title = (text: string, under: string): Content => ({
  stack: [
    { text, fontSize: 19, bold: true, lineHeight: 1.1 },
    { text: under, color: ink.soft, margin: [0, 3, 0, 0] },
  ],
  margin: [0, 0, 0, 12],
});

export const headingOf = (text: string): Content => ({ text, fontSize: 11.5, bold: true, color: ink.accent, margin: [0, 14, 0, 4] });

/** A heading and what belongs to it. It is little, and stays together on a page. */
export const section = (heading: string, ...content: readonly Content[]): Content => ({ stack: [headingOf(heading), ...content], unbreakable: true });

/** A heading and what people wrote: as much of it as is sure to find room stays with the heading. */
export const textSection = (heading: string, text: string): Content[] => {
  const [first = '', ...others] = text.split(/\n(?=\s*\n)/);
  const rest = others.join('\n').replace(/^\n/, '');
  return first.length > surelyFits ? [headingOf(heading), written(text)] : [section(heading, written(first)), ...(others.length === 0 ? [] : [written(`\n${rest}`)])];
};
/** Characters of a paragraph, which then is a third of a page at most. */
const surelyFits = 1800;

/** What people wrote: lines are theirs. */
export const written = (text: string): Content => ({ text, preserveLeadingSpaces: true });

/** A SHA-256 in two lines: it has no place at which it may be broken. */
export const inHalves = (hash: string): string => `${hash.slice(0, 32)}\n${hash.slice(32)}`;

/** Names and what they say, in two columns. */
export const facts = (rows: readonly (readonly [string, string])[]): Content => ({
  table: { widths: [118, '*'], body: rows.map(([name, text]) => [{ text: name, color: ink.soft }, written(text)]) },
  layout: quiet,
});

/** A table under its heading. Both come again on each page that it goes on to. Widths as pdfmake has them. */
export const tableSection = (heading: string, heads: readonly string[], widths: readonly (number | 'auto' | '*')[], rows: readonly (readonly TableCell[])[], fontSize = 9): ContentTable => ({
  table: {
    headerRows: 2,
    keepWithHeaderRows: 1,
    dontBreakRows: true,
    widths: [...widths],
    body: [headingRow(heading, widths.length), heads.map((text) => ({ text, bold: true, color: ink.soft, fontSize: Math.min(fontSize, 8.5) })), ...rows.map((row) => [...row])],
  },
  layout: ruled,
  fontSize,
});

/** Moments one under the other, each beside its time, along a thread. */
export const timelineSection = (heading: string, moments: readonly (readonly [string, string])[]): ContentTable => ({
  table: {
    headerRows: 1,
    keepWithHeaderRows: 1,
    dontBreakRows: true,
    widths: [14, 136, '*'],
    body: [headingRow(heading, 3), ...moments.map(([at, text]): TableCell[] => [{ canvas: [{ type: 'ellipse', x: 8, y: 6, r1: 2.2, r2: 2.2, color: ink.accent }] }, { text: at, color: ink.soft }, { text }])],
  },
  layout: threaded,
});

const headingRow = (heading: string, columns: number): TableCell[] => [{ stack: [headingOf(heading)], colSpan: columns }, ...Array.from({ length: columns - 1 }, () => '')];

const quiet: CustomTableLayout = { hLineWidth: () => 0, vLineWidth: () => 0, paddingLeft: () => 0, paddingRight: () => 10, paddingTop: () => 1.5, paddingBottom: () => 1.5 };
export const ruled: CustomTableLayout = {
  hLineWidth: (line, node) => (line < 2 || line === node.table.body.length ? 0 : 0.5),
  vLineWidth: () => 0,
  hLineColor: () => ink.line,
  paddingLeft: () => 0,
  paddingRight: () => 8,
  paddingTop: () => 3,
  paddingBottom: () => 3,
};
const threaded: CustomTableLayout = {
  hLineWidth: () => 0,
  vLineWidth: (line) => (line === 0 ? 0.8 : 0),
  vLineColor: (_line, _node, row) => (row === 0 ? '#ffffff' : ink.line),
  paddingLeft: (column) => (column === 0 ? 0 : 2),
  paddingRight: () => 4,
  paddingTop: () => 1.5,
  paddingBottom: () => 1.5,
};
