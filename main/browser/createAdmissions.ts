import { equalBytes, fromHex, hmacSha256, randomSecret, toHex } from '../platform/primitives.ts';

/** Who may see the window: one-time tokens become sessions, sessions hold as long as their key is the same. */
export interface Admissions {
  /** A fresh token that opens one session. */
  readonly makeToken: () => string;
  /** The new session, or null when the token is unknown or was used. */
  readonly redeem: (token: string) => string | null;
  readonly admits: (session: string) => boolean;
}

/** Tokens that were handed out and not used; the oldest make way, so that nobody collects them. */
const mostTokens = 16;
const secretBytes = 32;

/**
 * Tokens are 32 random bytes in hex: looked up in a set, since nothing can be learnt about them bit by bit. Sessions are 32 random bytes and their HMAC:
 * nothing has to be remembered of them, so that a window which was let in is let in again after its station was killed.
 *
 * @param key 32 secret bytes; whoever starts the station again hands on the same ones, and never writes them down
 */
export const createAdmissions = (key: Uint8Array): Admissions => {
  const tokens = new Set<string>();
  return {
    makeToken: () => {
      const token = toHex(randomSecret(secretBytes));
      tokens.add(token);
      const [oldest] = tokens;
      if (tokens.size > mostTokens && oldest !== undefined) tokens.delete(oldest);
      return token;
    },
    redeem: (token) => {
      if (!tokens.delete(token)) return null;
      const session = randomSecret(secretBytes);
      return toHex(session) + toHex(hmacSha256(key, session));
    },
    admits: (session) => {
      if (!/^[0-9a-f]{128}$/.test(session)) return false;
      const bytes = fromHex(session);
      return equalBytes(bytes.subarray(secretBytes), hmacSha256(key, bytes.subarray(0, secretBytes)));
    },
  };
};
