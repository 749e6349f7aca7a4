import { createDecipheriv } from 'node:crypto';
import { fromHex } from '../../platform/primitives.ts';
import type { ExportOrder } from '../exportOrder.ts';

/** Of an event's encoding (main/ledger/encoding.ts): where its kind begins. */
const head = 69;
/** Of a sealed body (main/ledger/sealedBody.ts): id of its key, then the nonce, and at its end the tag. */
const keyId = 8;
const nonce = 12;
const tag = 16;

/**
 * What was written, byte by byte. It is opened the way that `VERIFY.md` tells: AES-256-GCM without its tag is AES-256-CTR whose counter begins at 2, and the tag adds
 * nothing to a text that is hashed and signed. Null where it cannot be read, or is nobody's business.
 */
export const openedBody = ({ bytes, part, state, key }: NonNullable<ExportOrder['proof']>['events'][number]): Uint8Array | null => {
  if (bytes === null || part !== 'asked' || state !== 'read') return null;
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kindEnd = head + 1 + view.readUInt8(head);
  const sealAt = kindEnd + 2 + view.readUInt16BE(kindEnd);
  const body = view.subarray(sealAt + 5);
  if (view.readUInt8(sealAt) === 0) return body;
  if (key === null) return null;
  const counter = Buffer.concat([body.subarray(keyId, keyId + nonce), Buffer.from([0, 0, 0, 2])]);
  const decipher = createDecipheriv('aes-256-ctr', fromHex(key.key), counter);
  return Buffer.concat([decipher.update(body.subarray(keyId + nonce, -tag)), decipher.final()]);
};
