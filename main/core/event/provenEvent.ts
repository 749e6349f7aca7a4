/** An event with what it takes to check it without this program. Everything binary but the event itself is lower-case hex. */
export interface ProvenEvent {
  readonly origin: string;
  readonly seq: number;
  /** Milliseconds since the epoch, by the clock of the station that wrote it. */
  readonly wall: number;
  readonly kind: string;
  readonly subject: string;
  /** SHA-256 over the bytes. */
  readonly hash: string;
  /** The signature of its hash; null where a later event of the commit bears it. */
  readonly signature: string | null;
  /** The event whose signature vouches for it. */
  readonly signedBy: number | null;
  /** `between`: about something else, and there because the signature reaches what was asked for only through it. */
  readonly part: 'asked' | 'between';
  /** As it was hashed; null for one between whose body is open: what it says is nobody's business here. */
  readonly bytes: Uint8Array | null;
  /** Opens the body; null where it was not sealed, cannot be opened, or is not what was asked for. */
  readonly key: { readonly id: string; readonly key: string } | null;
  readonly state: 'read' | 'erased' | 'unread';
  /** Hash, links up to the signature, and signature were checked just now. */
  readonly holds: boolean;
}
