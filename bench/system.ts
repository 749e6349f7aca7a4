/** What one transfer cost. */
export interface Transfer {
  readonly milliseconds: number;
  /** On the loopback, both ways, with the headers of IP and TCP. */
  readonly bytes: number;
}

/** One round: a fresh copy fetches everything, then what was changed, then one change over a new connection. */
export interface Figures {
  readonly full: Transfer;
  readonly changed: Transfer;
  readonly one: Transfer;
  /** Milliseconds from having everything until all of it is found by a search, where there is one. */
  readonly searchable?: number;
}

/** Something that brings records from one process to another on this machine. */
export interface System {
  readonly name: string;
  /** Writes the records, once. */
  readonly prepare: (records: number) => Promise<void>;
  readonly measure: (records: number, changes: number) => Promise<Figures>;
  readonly close: () => Promise<void>;
}
