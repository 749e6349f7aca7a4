import type { Stop } from '../environment.ts';

/** One part of a file as stations ask one another for it: sealed, and named by the SHA-256 of what it is sealed to. */
export interface PartName {
  /** Id of the attachment. */
  readonly attachment: string;
  /** 0 for the thumbnail, from 1 on for the file. */
  readonly number: number;
  /** 64 hexadecimal digits. */
  readonly address: string;
}

/** The bytes that a sealed part has more than its plain one: nonce and tag. */
export const sealBytes = 28;

/** The files of the site as the LAN sees them. */
export interface PartReplica {
  /** The next part that is missing here, by the rule that thumbnails go first and new files before old ones. Null when nothing is wanted, or there is no room. */
  readonly nextMissing: (except: (part: PartName) => boolean) => PartName | null;
  /** As it lies here; null when it does not, or not as it was written. */
  readonly read: (part: PartName) => Promise<Uint8Array | null>;
  /** Keeps a part whose bytes were held against its address. False when it cannot be kept. */
  readonly keep: (part: PartName, sealed: Uint8Array) => Promise<boolean>;
  /** False while somebody calls for help, and a little longer: files wait. */
  readonly isCalm: () => boolean;
  /** Something is missing now that was not before. */
  readonly onMissing: (listener: () => void) => Stop;
}
