import type { DeviceMatch } from '../../contract/trigger.ts';

/** A relay board (16c0:05df) as the system sees it. */
export interface RelayBoard {
  readonly match: DeviceMatch;
  /** Its product name, `USBRelay2`. */
  readonly name: string;
  /** How many contacts it has, 1 to 8. */
  readonly contacts: number;
}

/** The relay boards of this station, as `native` provides them. Nothing here throws or rejects. */
export interface Relays {
  readonly list: () => Promise<readonly RelayBoard[]>;
  /** Switches one contact, reads the state back and compares. */
  readonly set: (board: DeviceMatch, contact: number, closed: boolean) => Promise<{ readonly ok: true } | { readonly ok: false; readonly reason: string }>;
  /** Closed contacts, bit 0 for contact 1. */
  readonly read: (board: DeviceMatch) => Promise<{ readonly ok: true; readonly closed: number } | { readonly ok: false; readonly reason: string }>;
  readonly close: () => Promise<void>;
}
