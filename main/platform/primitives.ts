/**
 * Every cryptographic primitive that Quietbell uses, in one place. The station also runs inside Electron, whose Node is
 * linked with BoringSSL: nothing may be used that is missing there (ChaCha20-Poly1305 as a cipher, argon2, TLS-PSK), and
 * peers' certificates must be ECDSA P-256, because BoringSSL's default list refuses Ed25519 ones.
 *
 * | primitive | for |
 * | --- | --- |
 * | SHA-256 | hash chain, station ids, fingerprints |
 * | Ed25519 | signed heads of the chains |
 * | ECDSA P-256 (in `main/lan`, by @peculiar/x509) | certificates, TLS 1.3 |
 * | HMAC-SHA-256 | proof of an invitation's secret |
 * | scrypt | PINs, passphrases |
 * | ECDH on P-256 with a fresh pair each time, HMAC-SHA-256 over what it gives, AES-256-GCM | sealing for whoever knows a passphrase, without knowing it |
 * | AES-256-GCM | secrets of channels, sealed under the site's key |
 * | AES-CBC, zero vector, 128 to 256 bits | SIA DC-09, whose standard wants exactly this (all three are in Electron's list: electron#27277); for nothing else, since it does not notice changes |
 */
import { createCipheriv, createDecipheriv, createECDH, createHash, createHmac, createPrivateKey, createPublicKey, createSecretKey, generateKeyPairSync, randomBytes, scrypt as scryptCallback, sign, timingSafeEqual, verify } from 'node:crypto';
import type { ECDH, KeyObject } from 'node:crypto';

export const sha256 = (...parts: readonly Uint8Array[]): Uint8Array => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

export const hmacSha256 = (key: Uint8Array, ...parts: readonly Uint8Array[]): Uint8Array => {
  const hmac = createHmac('sha256', key);
  for (const part of parts) hmac.update(part);
  return hmac.digest();
};

export const equalBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b);

export const randomSecret = (bytes: number): Uint8Array => randomBytes(bytes);

export const toHex = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
export const fromHex = (hex: string): Uint8Array => Buffer.from(hex, 'hex');

/** Ed25519 pair: the private half as PKCS #8 DER, the public half raw (32 bytes). */
export const makeSigningPair = (): { readonly privateKey: Uint8Array; readonly publicKey: Uint8Array } => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }), publicKey: rawPublicKey(publicKey) };
};

export const openSigningKey = (pkcs8: Uint8Array): KeyObject => createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });

export const signBytes = (key: KeyObject, bytes: Uint8Array): Uint8Array => sign(null, bytes, key);

/** Reads a raw Ed25519 public key (32 bytes) for `verifyBytes`. Throws on any other length. */
export const openVerifyingKey = (raw: Uint8Array): KeyObject => {
  if (raw.length !== 32) throw new RangeError(`An Ed25519 public key has 32 bytes, not ${raw.length}`);
  return createPublicKey({ key: Buffer.concat([ed25519Prefix, raw]), format: 'der', type: 'spki' });
};

export const verifyBytes = (key: KeyObject, bytes: Uint8Array, signature: Uint8Array): boolean => signature.length === 64 && verify(null, bytes, key, signature);

/** The station id that belongs to a raw Ed25519 public key. */
export const stationIdOf = (signingKey: Uint8Array): string => toHex(sha256(signingKey).subarray(0, 16));

/** 32 bytes from a low-entropy secret. Runs on the thread pool: the alarm path must not wait for a sign-in. */
export const scrypt = (secret: string, salt: Uint8Array, cost: { readonly n: number; readonly r: number; readonly p: number }): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    scryptCallback(secret.normalize('NFC'), salt, 32, { N: cost.n, r: cost.r, p: cost.p, maxmem: 256 * cost.n * cost.r }, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });

/** AES-256-GCM: nonce (12 random bytes), ciphertext, tag (16 bytes). `context` says what it is for, and must be the same to open it. A key object made first halves the time that Node takes for a short text. */
export const seal = (key: Uint8Array, context: string, plain: Uint8Array): Uint8Array => {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', createSecretKey(key), nonce).setAAD(Buffer.from(context, 'utf8'));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
};

/** Null for what was not sealed under this key for this purpose, or was changed since. */
export const unseal = (key: Uint8Array, context: string, sealed: Uint8Array): Uint8Array | null => {
  if (sealed.length < 28) return null;
  const decipher = createDecipheriv('aes-256-gcm', createSecretKey(key), sealed.subarray(0, 12)).setAAD(Buffer.from(context, 'utf8')).setAuthTag(sealed.subarray(-16));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
  } catch {
    return null;
  }
};

/** The public key (uncompressed point, 65 bytes) of the pair that 32 secret bytes make: what is sealed for it only they open. */
export const sealingPublicKey = (secret: Uint8Array): Uint8Array => sealingPair(secret).getPublicKey();

/** Seals for the holder of the secret behind a public key. `context` says what it is for. Throws when that is no point of the curve. */
export const sealFor = (publicKey: Uint8Array, context: string, plain: Uint8Array): Uint8Array => {
  const once = createECDH(curve);
  const oncePublic = once.generateKeys();
  return Buffer.concat([oncePublic, seal(agreedKey(once.computeSecret(publicKey), oncePublic, publicKey), context, plain)]);
};

/** Null for what was not sealed for this secret for this purpose, or was changed since. */
export const unsealWith = (secret: Uint8Array, context: string, sealed: Uint8Array): Uint8Array | null => {
  const pair = sealingPair(secret);
  const oncePublic = sealed.subarray(0, pointBytes);
  try {
    return unseal(agreedKey(pair.computeSecret(oncePublic), oncePublic, pair.getPublicKey()), context, sealed.subarray(pointBytes));
  } catch {
    return null;
  }
};

const curve = 'prime256v1';
const pointBytes = 65;
const agreedKey = (shared: Uint8Array, oncePublic: Uint8Array, publicKey: Uint8Array): Uint8Array => hmacSha256(shared, Buffer.from('quietbell seal 1', 'utf8'), oncePublic, publicKey);

/** One number of 2^32 is too large for the curve: then the next is taken, the same each time. */
const sealingPair = (secret: Uint8Array): ECDH => {
  const pair = createECDH(curve);
  for (let number = secret; ; number = sha256(number)) {
    try {
      pair.setPrivateKey(number);
      return pair;
    } catch (error) {
      if (secret.length !== 32) throw error;
    }
  }
};

/** Whole blocks of 16 bytes under a key of 16, 24 or 32; the vector is zero, as SIA DC-09 has it. Throws on any other length. */
export const encryptAesCbc = (key: Uint8Array, plain: Uint8Array): Uint8Array => {
  const cipher = createCipheriv(`aes-${key.length * 8}-cbc`, key, new Uint8Array(16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(plain), cipher.final()]);
};

/** Null unless it is whole blocks. With a wrong key it gives noise: whoever calls looks at what comes out. */
export const decryptAesCbc = (key: Uint8Array, encrypted: Uint8Array): Uint8Array | null => {
  if (encrypted.length === 0 || encrypted.length % 16 !== 0) return null;
  const decipher = createDecipheriv(`aes-${key.length * 8}-cbc`, key, new Uint8Array(16)).setAutoPadding(false);
  return Buffer.concat([decipher.update(encrypted), decipher.final()]);
};

/** SubjectPublicKeyInfo header of an Ed25519 key (RFC 8410). */
const ed25519Prefix = Buffer.from('302a300506032b6570032100', 'hex');

const rawPublicKey = (key: KeyObject): Uint8Array => key.export({ format: 'der', type: 'spki' }).subarray(ed25519Prefix.length);
