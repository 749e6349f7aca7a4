/** What policy needs from the world, passed in so that tests can hold it still. */
export interface Clock {
  /** Milliseconds since the Unix epoch, UTC, from the system clock; it may jump either way. */
  readonly now: () => number;
}

export interface Ids {
  /** A new UUID, version 7. */
  readonly next: () => string;
}

/** Structured log. No names or notes of people go in; identifiers and counts do. The shape is pino's. */
export interface Log {
  readonly debug: (facts: object, message: string) => void;
  readonly info: (facts: object, message: string) => void;
  readonly warn: (facts: object, message: string) => void;
  readonly error: (facts: object, message: string) => void;
}

/** Ends whatever the call that returned it began. */
export type Stop = () => void;
