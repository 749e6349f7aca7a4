import type { PinVerifier } from '../core/event/catalogue.ts';
import { equalBytes, fromHex, hmacSha256, randomSecret, scrypt, toHex } from '../platform/primitives.ts';

/** Cost of a hash of a PIN or badge: 32 MiB and some tens of milliseconds (RFC 7914; OWASP's floor for interactive sign-in is 2^15·8·3 or 2^17·8·1; tries are limited as well). */
const cost = { n: 32_768, r: 8, p: 3 };

export const verifierOf = async (pin: string): Promise<PinVerifier> => {
  const salt = randomSecret(16);
  return { ...cost, salt: toHex(salt), hash: toHex(await scrypt(pin, salt, cost)) };
};

/** Checked where a person has no duress code, so that nobody can tell by the time it takes. Nothing hashes to it. */
export const noCode: PinVerifier = { ...cost, salt: '00'.repeat(16), hash: '00'.repeat(32) };

export const matches = async (pin: string, { salt, hash, ...parameters }: PinVerifier): Promise<boolean> => equalBytes(await scrypt(pin, fromHex(salt), parameters), fromHex(hash));

/**
 * What a badge's number comes to: the same on every station of the site, so that whose it is can be looked up, and useless to whoever has
 * only the events (see decision 19).
 */
export const badgeTag = async (number: string, siteKey: Uint8Array): Promise<string> => toHex(await scrypt(number, hmacSha256(siteKey, Buffer.from('badge numbers', 'utf8')), cost));
