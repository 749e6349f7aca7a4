import { decryptAesCbc, encryptAesCbc, randomSecret } from '../../platform/primitives.ts';

/**
 * SIA DC-09 encrypts all that follows the first `[`: padding, `|`, data, `]`, extended data, timestamp. AES in cipher block chaining with a
 * vector of zeros; what makes two equal messages differ is the padding in front, and the timestamp, which must be there. It is written in
 * upper-case hexadecimal, and neither `]` nor timestamp follow it.
 *
 * The padding fills up to blocks of 16 bytes, a whole block where nothing is missing. It is random and holds no `|`, `[`, `]`; letters and
 * digits, since some receivers read it as text.
 */
export const encryptBody = (body: string, key: Uint8Array): string => {
  const plain = `|${body}`;
  const padding = 16 - (plain.length % 16);
  const pad = Buffer.from(randomSecret(padding)).toString('base64url').slice(0, padding);
  return Buffer.from(encryptAesCbc(key, Buffer.from(pad + plain, 'latin1'))).toString('hex').toUpperCase();
};

/** What stood behind the padding; null where there is none, which a wrong key gives away. */
export const decryptBody = (hex: string, key: Uint8Array): string | null => {
  if (!/^([0-9A-Fa-f]{32})+$/.test(hex)) return null;
  const plain = decryptAesCbc(key, Buffer.from(hex, 'hex'));
  if (plain === null) return null;
  const text = Buffer.from(plain).toString('latin1');
  const bar = text.indexOf('|');
  return bar === -1 ? null : text.slice(bar + 1);
};
