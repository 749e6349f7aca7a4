/**
 * A body that is sealed (seal byte 1): AES-256-GCM under a key of its subject.
 *
 * | bytes | what |
 * | --- | --- |
 * | 8 | the key's id: the start of SHA-256 over the key, so that a key cannot be taken for another |
 * | 12 | nonce, random |
 * | n | ciphertext of the JSON |
 * | 16 | tag; kind and subject are authenticated with it |
 *
 * **Nonces** are random: a subject has some dozens of events, and every station writes them on its own, so there is no counter to share. NIST SP 800-38D allows 2^32 random
 * nonces a key. Nothing of the place in the chain is authenticated here, since the chain itself is hashed and signed, and an event may get another place
 * before it is given out (`ownChain.ts`).
 *
 * A subject's key travels beside its events, wrapped under the site's key (AES-256-GCM), and is never in the chain: to destroy the key is to
 * forget the bodies, while hashes and signatures hold.
 */
import { wrappedKeyLength } from '../core/event/replica.ts';
import { randomSecret, seal, sha256, toHex, unseal } from '../platform/primitives.ts';

export const sealedSeal = 1;
const idLength = 8;

export interface SubjectKey {
  /** Lower-case hex of `idLength` bytes. */
  readonly id: string;
  /** 32 bytes. */
  readonly key: Uint8Array;
  /** The key under the site's key: what is kept and sent. */
  readonly wrapped: Uint8Array;
}

export const makeSubjectKey = (siteKey: Uint8Array, subject: string): SubjectKey => {
  const key = randomSecret(32);
  return { id: keyIdOf(key), key, wrapped: seal(siteKey, wrapContext(subject), key) };
};

/** Null for what was not wrapped under this site's key for this subject. */
export const unwrapSubjectKey = (siteKey: Uint8Array, subject: string, wrapped: Uint8Array): SubjectKey | null => {
  const key = wrapped.length === wrappedKeyLength ? unseal(siteKey, wrapContext(subject), wrapped) : null;
  return key === null ? null : { id: keyIdOf(key), key, wrapped };
};

export const sealBody = ({ id, key }: SubjectKey, kind: string, subject: string, body: Uint8Array): Uint8Array => Buffer.concat([Buffer.from(id, 'hex'), seal(key, bodyContext(kind, subject), body)]);

/** The id of the key under which a body is sealed; null for what is too short to be one. */
export const keyIdIn = (sealed: Uint8Array): string | null => (sealed.length < idLength + 28 ? null : toHex(sealed.subarray(0, idLength)));

/** Null when it was not sealed under this key, or was changed since. */
export const openBody = ({ key }: SubjectKey, kind: string, subject: string, sealed: Uint8Array): Uint8Array | null => unseal(key, bodyContext(kind, subject), sealed.subarray(idLength));

const keyIdOf = (key: Uint8Array): string => toHex(sha256(key).subarray(0, idLength));
const wrapContext = (subject: string): string => `quietbell subject key 1 ${subject}`;
const bodyContext = (kind: string, subject: string): string => `quietbell body 1 ${kind} ${subject}`;
