import type { Result } from '../../contract/problem.ts';

/** A station as the site knows it. Everyone who holds the authority's certificate can check it for himself. */
export interface EnrolledStation {
  /** First 16 bytes of SHA-256 over `signingKey`, lower-case hex. */
  readonly id: string;
  readonly name: string;
  readonly place: string;
  /** Raw Ed25519 public key, 32 bytes. */
  readonly signingKey: Uint8Array;
  /** X.509 DER, ECDSA P-256, issued by the site's authority; carries `urn:quietbell:station:<id>` as its one subject alternative name of type URI. */
  readonly certificate: Uint8Array;
}

/** What a station holds of its own: kept in the encrypted ledger, never sent. Keys are PKCS #8 DER. */
export interface StationIdentity {
  readonly station: EnrolledStation;
  readonly signingKey: Uint8Array;
  readonly tlsKey: Uint8Array;
  /** X.509 DER of the site's authority. */
  readonly authorityCertificate: Uint8Array;
  /** 32 bytes that every station of the site has: what the ledger keeps secret also from whoever gets hold of its events alone is sealed under it. */
  readonly siteKey: Uint8Array;
  /** Only where this station holds the authority, or is just being given it. */
  readonly authorityKey: Uint8Array | null;
  /** Of the move by which the key came here; 0, or left out, where the site was made. */
  readonly authorityNumber?: number;
}

/** A certificate and the private key (PKCS #8 DER) that belongs to it. */
export type CertificatePair = Pick<StationIdentity, 'tlsKey'> & Pick<EnrolledStation, 'certificate'>;

/** This station's papers through its life: its certificate is renewed, and the authority may come and go. */
export interface Papers {
  /** As they are now. Id, signing key, site key and the authority's certificate never change. */
  readonly identity: () => StationIdentity;
  /** While this station is the one that holds the authority; null otherwise. */
  readonly authorityKey: () => Uint8Array | null;
  /** Keeps a renewed certificate and tells the site; it is durable when this returns. Throws when it cannot be kept. */
  readonly keepRenewed: (renewed: CertificatePair) => void;
  /** Keeps the authority's key, which was checked to be the site's, and says so to the site; both durable on success. `AuthorityElsewhere` for a move that is over already, `LedgerUnwritable`. */
  readonly takeAuthority: (key: Uint8Array, number: number) => Result<void>;
}

/** So many wrong proofs spoil an invitation. A wrong proof is a guess at a secret of 80 bits; ten of them are no accident. */
export const mostWrongProofs = 10;

/** An outstanding invitation as the authority keeps it. */
export interface InvitationSecret {
  /** First 8 bytes of SHA-256 over the secret, lower-case hex: names the invitation without giving it away. */
  readonly id: string;
  readonly secret: Uint8Array;
  /** Milliseconds since the epoch. */
  readonly expires: number;
  readonly failures: number;
  readonly used: boolean;
}

/** Where the authority keeps invitations; each call is durable when it returns. */
export interface InvitationStore {
  readonly add: (invitation: InvitationSecret) => void;
  readonly find: (id: string) => InvitationSecret | undefined;
  /** False when it was used already: exactly one caller gets true. */
  readonly use: (id: string) => boolean;
  readonly fail: (id: string) => void;
  /** True while an invitation is neither used, expired nor spoilt by failures. */
  readonly anyOpen: (now: number) => boolean;
}
