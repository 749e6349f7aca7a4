/**
 * Whether a HID report descriptor declares report ids, that is, whether byte 0 of each report is an id (HID 1.11, 6.2.2).
 * Null for bytes that are no descriptor. Items are one prefix byte (tag, type, size) and 0, 1, 2 or 4 bytes of data.
 */
export const declaresReportIds = (descriptor: Uint8Array): boolean | null => {
  let at = 0;
  while (at < descriptor.length) {
    const prefix = descriptor[at] ?? 0;
    if ((prefix & tagAndType) === reportIdItem) return true;
    at += prefix === longItem ? 3 + (descriptor[at + 1] ?? 0) : 1 + (dataSizes[prefix & 0b11] ?? 0);
  }
  return descriptor.length === 0 || at > descriptor.length ? null : false;
};

const tagAndType = 0xfc;
const reportIdItem = 0x84;
const longItem = 0xfe;
const dataSizes = [0, 1, 2, 4];
