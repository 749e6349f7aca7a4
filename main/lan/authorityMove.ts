import { createPrivateKey, sign, verify, X509Certificate } from 'node:crypto';

/**
 * The authority's own word on which station holds its key: ECDSA P-256 with SHA-256 over a label, the station's id and the number of the move. The highest number
 * counts, never a clock; of two moves with one number (the holder gave it away twice, and heard of neither) the station with the lower id.
 */
export interface AuthorityMove {
  readonly station: string;
  /** 1, 2, 3 …; the making of the site is 0 and needs no word. */
  readonly number: number;
  /** 64 bytes, r and s (IEEE P1363). */
  readonly signature: Uint8Array;
}

export const signAuthorityMove = (key: Uint8Array, station: string, number: number): AuthorityMove => ({
  station,
  number,
  signature: sign('sha256', statement(station, number), { key: createPrivateKey({ key: Buffer.from(key), format: 'der', type: 'pkcs8' }), dsaEncoding: 'ieee-p1363' }),
});

export const holdsAuthorityMove = (authorityCertificate: Uint8Array, { station, number, signature }: AuthorityMove): boolean =>
  signature.length === 64 && verify('sha256', statement(station, number), { key: new X509Certificate(authorityCertificate).publicKey, dsaEncoding: 'ieee-p1363' }, signature);

/** Of two moves the one that counts. */
export const laterMove = <Move extends Pick<AuthorityMove, 'station' | 'number'>>(a: Move | null, b: Move): Move => (a === null || b.number > a.number || (b.number === a.number && b.station < a.station) ? b : a);

const statement = (station: string, number: number): Uint8Array => Buffer.from(`quietbell authority 1\n${station}\n${number}`, 'utf8');
