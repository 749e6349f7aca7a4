import { X509Certificate } from 'node:crypto';
import * as tls from 'node:tls';

/**
 * Whom a channel believes: the certificates that Node brings, those of the operating system, and the channel's own (PEM). Made once a
 * driver, for reading some hundred certificates takes a while. TLS 1.2 is the oldest that is spoken. Throws on a PEM that cannot be read.
 */
export const createTrust = (ca: string): tls.SecureContext => tls.createSecureContext({ minVersion: 'TLSv1.2', ca: [...known(), ...(ca.trim() === '' ? [] : [ca])] });

/** Whether there is nothing but certificates in it, or nothing at all. */
export const checkPem = (ca: string): boolean => {
  if (ca.trim() === '') return true;
  const blocks = ca.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  try {
    for (const block of blocks) new X509Certificate(block);
    return blocks.length > 0;
  } catch {
    return false;
  }
};

let certificates: readonly string[] | null = null;

const known = (): readonly string[] => (certificates ??= [...new Set([...tls.getCACertificates('default'), ...ofSystem()])]);

/** A store of the system that cannot be read must not take the channels along that need nothing of it. */
const ofSystem = (): readonly string[] => {
  try {
    return tls.getCACertificates('system');
  } catch {
    return [];
  }
};
