import type { ExportOrder } from './exportOrder.ts';
import { makeBundle } from './bundle/makeBundle.ts';
import { recordsSheet } from './pages/recordsSheet.ts';
import { tableSheet } from './pages/tableSheet.ts';
import { recordTable } from './recordTable.ts';
import type { FileOrder } from './fileOrder.ts';
import { renderPdf } from './renderPdf.ts';

/** The bytes of a file that was ordered. Takes its time: to be called in a thread of its own. */
export const makeFile = (order: FileOrder): Promise<Uint8Array> | Uint8Array => (order.type === 'sheet' ? renderPdf(tableSheet(order.made, order.sheet)) : makeExport(order.order));

const makeExport = (order: ExportOrder): Promise<Uint8Array> | Uint8Array => {
  const { format, document, contents } = order;
  switch (format) {
    case 'csv':
      return Buffer.from(recordTable(document), 'utf8');
    case 'json':
      return Buffer.from(`${JSON.stringify(document, null, 2)}\n`, 'utf8');
    case 'pdf':
      return renderPdf(recordsSheet(document, contents));
    case 'bundle':
      return makeBundle(order);
  }
};
