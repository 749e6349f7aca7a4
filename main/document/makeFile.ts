import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { ExportOrder } from './exportOrder.ts';
import { makeBundle } from './bundle/makeBundle.ts';
import { accessSheet } from './pages/accessSheet.ts';
import { letterSheet } from './pages/letterSheet.ts';
import { recordsSheet } from './pages/recordsSheet.ts';
import { reportSheet } from './pages/reportSheet.ts';
import { recordTable } from './recordTable.ts';
import type { FileOrder } from './fileOrder.ts';
import { renderPdf } from './renderPdf.ts';
import { createWording, type Wording } from './wording.ts';

/** The bytes of a file that was ordered. Takes its time: to be called in a thread of its own. */
export const makeFile = (order: FileOrder): Promise<Uint8Array> | Uint8Array => {
  if (order.type === 'export') return makeExport(order.order);
  const wording = createWording(order.language);
  return renderPdf(wording, pagesOf(wording, order));
};

const pagesOf = (wording: Wording, order: Exclude<FileOrder, { readonly type: 'export' }>): TDocumentDefinitions => {
  switch (order.type) {
    case 'access':
      return accessSheet(wording, order.station, order.access);
    case 'letter':
      return letterSheet(wording, order.letter);
    case 'report':
      return reportSheet(wording, order.made, order.report, order.categories);
  }
};

const makeExport = (order: ExportOrder): Promise<Uint8Array> | Uint8Array => {
  const { format, language, document, contents } = order;
  const wording = createWording(language);
  switch (format) {
    case 'csv':
      return Buffer.from(recordTable(wording, document), 'utf8');
    case 'json':
      return Buffer.from(`${JSON.stringify(document, null, 2)}\n`, 'utf8');
    case 'pdf':
      return renderPdf(wording, recordsSheet(wording, document, contents));
    case 'bundle':
      return makeBundle(order);
  }
};
