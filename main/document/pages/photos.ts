import type { Content } from 'pdfmake/interfaces.js';
import type { ExportedAttachment } from '../../contract/export.ts';
import type { FileContent } from '../exportOrder.ts';

/** What a PDF can show as it is. */
const shown: readonly string[] = ['image/jpeg', 'image/png'];
const width = 236;
const height = 190;

/** Photos with their names, two beside each other. */
export const photoGrid = (attachments: readonly ExportedAttachment[], contents: readonly FileContent[]): Content[] => {
  const photos = attachments.flatMap(({ id, name, type }) => {
    const content = contents.find(({ attachment }) => attachment === id);
    return content === undefined || !shown.includes(type) ? [] : [{ name, image: `data:${type};base64,${Buffer.from(content.bytes).toString('base64')}` }];
  });
  const rows = Array.from({ length: Math.ceil(photos.length / 2) }, (_row, index) => photos.slice(index * 2, index * 2 + 2));
  return rows.map((row): Content => ({
    columns: row.map(({ name, image }) => ({ width, stack: [{ image, fit: [width, height] }, { text: name, fontSize: 8, margin: [0, 2, 0, 0] }] })),
    columnGap: 14,
    margin: [0, 10, 0, 0],
    unbreakable: true,
  }));
};
