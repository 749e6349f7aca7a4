import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { RecordsDocument } from '../../contract/export.ts';
import type { FileContent } from '../exportOrder.ts';
import type { Wording } from '../wording.ts';
import { recordPages } from './recordPages.ts';
import { printedBy, sheet, tableSection, title } from './sheet.ts';
import { verificationPages } from './verificationPages.ts';

/** One record, or many behind a list of them; each begins on a page of its own, and ends with how it is verified. */
export const recordsSheet = (wording: Wording, { made, records }: RecordsDocument, contents: readonly FileContent[]): TDocumentDefinitions => {
  const [first] = records;
  const isOne = records.length === 1 && first !== undefined;
  const pages = records.map((record) => [...recordPages(wording, record, contents), ...verificationPages(wording, made, record)]);
  return sheet(wording, { site: made.site, title: isOne ? first.title : `${wording.words.records} (${records.length})`, foot: printedBy(wording, made) }, isOne ? pages.flat() : [listOf(wording, { made, records }), ...pages.map((content): Content => ({ stack: content, pageBreak: 'before' }))]);
};

const listOf = ({ words, localTime }: Wording, { made, records }: Pick<RecordsDocument, 'made' | 'records'>): Content => ({
  stack: [
    title(made.site, localTime(made.at)),
    tableSection(
      words.contents,
      [words.record, words.occurredAt, words.place],
      ['*', 150, 120],
      records.map(({ title: name, occurredAt, filedAt, place }) => [name, localTime(occurredAt ?? filedAt), place]),
    ),
  ],
});
