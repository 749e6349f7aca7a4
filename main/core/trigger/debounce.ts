/**
 * Contacts bounce: one press closes a worn switch several times within some milliseconds. A closure counts at once, so that
 * no alarm waits; everything after it is held against these rules:
 *
 * - an opening counts when it has lasted `quietTime`, with the time at which it began;
 * - a closure less than `quietTime` after the last edge is bounce, and counts only if it then lasts `quietTime` itself.
 *
 * So edges that follow each other faster than `quietTime` are one press, and no press that is held 400 ms (the shortest that
 * must always count, EN 50131) can get lost, however the contact bounced before it.
 *
 * Of a contact that chatters (`chatter.ts`) only a closure that lasts those 400 ms is believed: it has called for help already when it
 * began to, and each of its closures would be one more call.
 */
export interface Contact {
  /** What was reported last. */
  readonly pressed: boolean;
  /** What the contact itself did last. */
  readonly closed: boolean;
  /** When it did so; milliseconds of any clock. A clock that jumps back counts as a long quiet time: better twice than never. */
  readonly edgeAt: number;
}

export interface ContactChange {
  readonly pressed: boolean;
  readonly at: number;
}

export interface Debounced {
  readonly contact: Contact;
  readonly changes: readonly ContactChange[];
}

/** Milliseconds that a contact must be still to be believed. */
export const quietTime = 50;
/** Milliseconds of the shortest press that always counts. */
export const pressTime = 400;

export const openContact: Contact = { pressed: false, closed: false, edgeAt: Number.NEGATIVE_INFINITY };

/** Takes in what a report says of the contact. Reports that repeat the same state change nothing. */
export const moveContact = (before: Contact, closed: boolean, at: number, chattering = false): Debounced => {
  const { contact, changes } = settleContact(before, at, chattering);
  if (closed === contact.closed) return { contact, changes };
  const pressedNow = closed && !contact.pressed && !chattering && isQuiet(contact, at, quietTime);
  return {
    contact: { pressed: contact.pressed || pressedNow, closed, edgeAt: at },
    changes: pressedNow ? [...changes, { pressed: true, at }] : changes,
  };
};

/** To be called when `settlesIn` has passed: believes a state that has lasted. */
export const settleContact = (contact: Contact, at: number, chattering = false): Debounced => {
  if (contact.pressed === contact.closed || !isQuiet(contact, at, needed(contact, chattering))) return { contact, changes: [] };
  return { contact: { ...contact, pressed: contact.closed }, changes: [{ pressed: contact.closed, at: contact.edgeAt }] };
};

/** Milliseconds until `settleContact` will have something to say; null when there is nothing to wait for. */
export const settlesIn = (contact: Contact, at: number, chattering = false): number | null => {
  const quiet = needed(contact, chattering);
  return contact.pressed === contact.closed ? null : Math.max(0, Math.min(quiet, contact.edgeAt + quiet - at));
};

const needed = (contact: Contact, chattering: boolean): number => (chattering && contact.closed ? pressTime : quietTime);
const isQuiet = (contact: Contact, at: number, quiet: number): boolean => at < contact.edgeAt || at - contact.edgeAt >= quiet;
