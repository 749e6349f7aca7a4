import type { MadeFile } from '../contract/export.ts';

/** A file as it goes out in one answer. */
export const madeFile = (name: string, type: string, content: string | Uint8Array): MadeFile => ({ name, type, bytes: Buffer.from(content).toString('base64') });
