import { moveContact, openContact, settleContact, settlesIn } from '../../../main/core/trigger/debounce.ts';
import type { Contact, ContactChange } from '../../../main/core/trigger/debounce.ts';

/** What the contact itself does. */
export interface RawEdge {
  readonly closed: boolean;
  readonly at: number;
}

/** Plays edges as the watch does: settles when the time has come, then takes the next edge. */
export const playContact = (edges: readonly RawEdge[], chattering = false): readonly ContactChange[] => {
  let contact: Contact = openContact;
  const changes: ContactChange[] = [];
  const settleUntil = (until: number, now: number): void => {
    const wait = settlesIn(contact, now, chattering);
    if (wait === null || now + wait > until) return;
    const settled = settleContact(contact, now + wait, chattering);
    contact = settled.contact;
    changes.push(...settled.changes);
  };
  let now = 0;
  for (const edge of edges) {
    settleUntil(edge.at, now);
    const moved = moveContact(contact, edge.closed, edge.at, chattering);
    contact = moved.contact;
    changes.push(...moved.changes);
    now = edge.at;
  }
  settleUntil(Number.POSITIVE_INFINITY, now);
  return changes;
};
