import { createPrivateKey, sign, verify, X509Certificate } from 'node:crypto';
import { done, failed, type Result } from '../contract/problem.ts';
import { randomSecret, scrypt, seal, sha256, unseal } from '../platform/primitives.ts';
import { decodeBase32, encodeBase32 } from './base32.ts';

/**
 * The authority's key on paper, for the day when the station that holds it is dead. Under a passphrase: scrypt makes a key of it, AES-256-GCM seals the private
 * number of the P-256 key with that. In the characters of the invitation codes, so that it can be typed again: version (1 byte), salt (16), seal (60), and the start (2) of
 * SHA-256 over all of that, which finds typing errors and protects nothing.
 */
const version = 1;
const saltBytes = 16;
const sealedBytes = 12 + 32 + 16;
const payloadBytes = 1 + saltBytes + sealedBytes;
const cost = { n: 2 ** 17, r: 8, p: 1 };
const purpose = 'quietbell authority copy 1';
const frame = (line: string): string => `-----${line} QUIETBELL AUTHORITY-----`;

/** The page as it is printed. @param key PKCS #8 DER */
export const writeAuthorityCopy = async (key: Uint8Array, passphrase: string): Promise<string> => {
  const salt = randomSecret(saltBytes);
  const payload = Buffer.concat([Buffer.of(version), salt, seal(await scrypt(passphrase, salt, cost), purpose, privateNumber(key))]);
  const groups = encodeBase32(Buffer.concat([payload, sha256(payload).subarray(0, 2)])).split('-');
  const lines = Array.from({ length: Math.ceil(groups.length / 5) }, (_, line) => groups.slice(line * 5, line * 5 + 5).join('-'));
  return [
    'Quietbell: emergency copy of the site authority',
    '',
    'With this page and its passphrase any station of the site becomes the one that lets stations in and shuts them out.',
    'Lock it away, and keep the passphrase elsewhere. To bring it back, type the lines below into a file, and then at a station:',
    'quietbell authority import FILE',
    '',
    frame('BEGIN'),
    ...lines,
    frame('END'),
    '',
  ].join('\n');
};

/** The key as PKCS #8 DER. `CodeMalformed` when it was mistyped, `KeyWrong` for another passphrase or another site's copy. */
export const openAuthorityCopy = async (page: string, passphrase: string, authorityCertificate: Uint8Array): Promise<Result<Uint8Array>> => {
  const code = page.split(frame('BEGIN'))[1]?.split(frame('END'))[0] ?? page;
  const bytes = decodeBase32(code);
  if (bytes === null || bytes.length !== payloadBytes + 2) return malformed('This is no copy of an authority, or a character is missing');
  const payload = bytes.subarray(0, payloadBytes);
  if (!Buffer.from(sha256(payload).subarray(0, 2)).equals(bytes.subarray(payloadBytes))) return malformed('There is a typing error in the copy');
  if (payload[0] !== version) return malformed('The copy comes from another version of Quietbell');
  const salt = payload.subarray(1, 1 + saltBytes);
  const number = unseal(await scrypt(passphrase, salt, cost), purpose, payload.subarray(1 + saltBytes));
  const key = number === null ? null : toPrivateKey(number, authorityCertificate);
  return key === null ? failed('KeyWrong', 'The passphrase is wrong, or the copy is of another site.', 'Try the passphrase again; nothing was changed.', 'passphrase') : done(key);
};

const privateNumber = (key: Uint8Array): Uint8Array => Buffer.from(createPrivateKey({ key: Buffer.from(key), format: 'der', type: 'pkcs8' }).export({ format: 'jwk' }).d ?? '', 'base64url');

/** The public half comes from the certificate; null when the two do not belong together. */
const toPrivateKey = (number: Uint8Array, authorityCertificate: Uint8Array): Uint8Array | null => {
  const { x, y } = new X509Certificate(authorityCertificate).publicKey.export({ format: 'jwk' });
  try {
    const key = createPrivateKey({ key: { kty: 'EC', crv: 'P-256', d: Buffer.from(number).toString('base64url'), x, y }, format: 'jwk' });
    // The public half was taken as given: the private one has to prove itself.
    const proof = sign('sha256', Buffer.from(purpose), key);
    return verify('sha256', Buffer.from(purpose), new X509Certificate(authorityCertificate).publicKey, proof) ? key.export({ format: 'der', type: 'pkcs8' }) : null;
  } catch {
    return null;
  }
};

const malformed = (what: string) => failed('CodeMalformed', `${what}.`, 'Compare it with the page; capitals, spaces and line ends do not matter.', 'copy');
