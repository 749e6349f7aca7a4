/**
 * One part of a file under the file's own key: AES-256-GCM, random nonce; nonce (12), ciphertext, tag (16). The id of the attachment and the number of the part are
 * authenticated with it, so that no part can stand in another's place.
 *
 * The key is made for this one file and lies in the body of `AttachmentAdded`, which is sealed under the key of its subject: once that is destroyed the
 * parts can be opened by nobody, wherever copies of them may lie. A file has a few hundred parts, far below the 2^32 random nonces that NIST SP 800-38D allows a key.
 */
import type { PartName } from '../core/attachment/parts.ts';
import { seal, sha256, toHex, unseal } from '../platform/primitives.ts';

/** The sealed part, and the address by which it is asked for. */
export const sealPart = (key: Uint8Array, attachment: string, number: number, plain: Uint8Array): { readonly name: PartName; readonly sealed: Uint8Array } => {
  const sealed = seal(key, context(attachment, number), plain);
  return { name: { attachment, number, address: addressOf(sealed) }, sealed };
};

/** Null when it is none of this file, or stands in another place. */
export const openPart = (key: Uint8Array, { attachment, number }: Pick<PartName, 'attachment' | 'number'>, sealed: Uint8Array): Uint8Array | null => unseal(key, context(attachment, number), sealed);

/** What a sealed part has besides its text, hex. */
export const sealOf = (sealed: Uint8Array): { readonly nonce: string; readonly tag: string } => ({ nonce: toHex(sealed.subarray(0, 12)), tag: toHex(sealed.subarray(-16)) });

export const addressOf = (sealed: Uint8Array): string => toHex(sha256(sealed));

const context = (attachment: string, number: number): string => `quietbell attachment 1 ${attachment} ${number}`;
