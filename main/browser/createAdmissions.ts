import { randomSecret, toHex } from '../platform/primitives.ts';

/** Who may see the window: one-time tokens become sessions, sessions live as long as the host. */
export interface Admissions {
  /** A fresh token that opens one session. */
  readonly makeToken: () => string;
  /** The new session, or null when the token is unknown or was used. */
  readonly redeem: (token: string) => string | null;
  readonly admits: (session: string) => boolean;
}

/** Tokens that were handed out and not used; the oldest make way, so that nobody collects them. */
const mostTokens = 16;

/** Both are 32 random bytes in hex: looked up in a set, since nothing can be learnt about them bit by bit. */
export const createAdmissions = (): Admissions => {
  const tokens = new Set<string>();
  const sessions = new Set<string>();
  return {
    makeToken: () => {
      const token = toHex(randomSecret(32));
      tokens.add(token);
      const [oldest] = tokens;
      if (tokens.size > mostTokens && oldest !== undefined) tokens.delete(oldest);
      return token;
    },
    redeem: (token) => {
      if (!tokens.delete(token)) return null;
      const session = toHex(randomSecret(32));
      sessions.add(session);
      return session;
    },
    admits: (session) => sessions.has(session),
  };
};
