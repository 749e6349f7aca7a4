import type { PinVerifier } from '../../core/event/catalogue.ts';
import { equalBytes, fromHex, hmacSha256, randomSecret, scrypt, toHex } from '../../platform/primitives.ts';

/** Of scrypt (RFC 7914): N, r and p. */
export interface CodeCost {
  readonly n: number;
  readonly r: number;
  readonly p: number;
}

/** What people sign in with, as it is kept and looked up: PINs, duress codes, the numbers of badges. */
export interface Codes {
  readonly verifierOf: (pin: string) => Promise<PinVerifier>;
  /** Checked where a person has no duress code, so that nobody can tell by the time it takes. Nothing hashes to it. */
  readonly noCode: PinVerifier;
  /** At the cost that the verifier was made at. */
  readonly matches: (pin: string, verifier: PinVerifier) => Promise<boolean>;
  /**
   * What a badge's number comes to: the same on every station of the site, so that whose it is can be looked up, and useless to whoever has
   * only the events (see decision 19).
   */
  readonly badgeTag: (number: string, siteKey: Uint8Array) => Promise<string>;
}

/** 32 MiB and some tens of milliseconds (OWASP's floor for interactive sign-in is 2^15·8·3 or 2^17·8·1; tries are limited as well). */
export const soundCost: CodeCost = { n: 32_768, r: 8, p: 3 };

/** Another cost than the sound one is for tests, which sign in a thousand times. All stations of a site need the same. */
export const createCodes = (cost: CodeCost = soundCost): Codes => ({
  verifierOf: async (pin) => {
    const salt = randomSecret(16);
    return { ...cost, salt: toHex(salt), hash: toHex(await scrypt(pin, salt, cost)) };
  },
  noCode: { ...cost, salt: '00'.repeat(16), hash: '00'.repeat(32) },
  matches: async (pin, { salt, hash, ...madeAt }) => equalBytes(await scrypt(pin, fromHex(salt), madeAt), fromHex(hash)),
  badgeTag: async (number, siteKey) => toHex(await scrypt(number, hmacSha256(siteKey, Buffer.from('badge numbers', 'utf8')), cost)),
});
