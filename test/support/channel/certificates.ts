// x509 resolves its parts through tsyringe, which needs the metadata polyfill to be there first.
import 'reflect-metadata';
import * as x509 from '@peculiar/x509';

/** A certificate authority made for one test. */
export interface TestAuthority {
  /** PEM, as somebody would paste it into a channel's settings. */
  readonly ca: string;
  /** A server's certificate for the names, and its key; both PEM. */
  readonly issue: (names?: readonly string[]) => Promise<{ readonly cert: string; readonly key: string }>;
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const from = new Date(Date.now() - 24 * 3600 * 1000);
const until = new Date(Date.now() + 24 * 3600 * 1000);

export const createTestAuthority = async (name = 'Test authority'): Promise<TestAuthority> => {
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    name: `CN=${name}`,
    keys,
    signingAlgorithm: algorithm,
    notBefore: from,
    notAfter: until,
    extensions: [new x509.BasicConstraintsExtension(true, 0, true), new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true), await x509.SubjectKeyIdentifierExtension.create(keys.publicKey)],
  });
  return {
    ca: authority.toString('pem'),
    issue: async (names = ['localhost', '127.0.0.1']) => {
      const own = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
      const certificate = await x509.X509CertificateGenerator.create({
        subject: `CN=${names[0]}`,
        issuer: authority.subject,
        signingKey: keys.privateKey,
        publicKey: own.publicKey,
        signingAlgorithm: algorithm,
        notBefore: from,
        notAfter: until,
        extensions: [
          new x509.SubjectAlternativeNameExtension(names.map((value) => ({ type: /^[\d.]+$/.test(value) ? ('ip' as const) : ('dns' as const), value }))),
          new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth], false),
          await x509.AuthorityKeyIdentifierExtension.create(authority.publicKey),
        ],
      });
      const pkcs8 = await crypto.subtle.exportKey('pkcs8', own.privateKey);
      return { cert: certificate.toString('pem'), key: x509.PemConverter.encode(pkcs8, 'PRIVATE KEY') };
    },
  };
};
