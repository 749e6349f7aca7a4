import type { EventKind } from './catalogue.ts';

/**
 * One change that made the bodies of a kind as they were written before unreadable as they stand. What was signed is never
 * touched: it is brought to the present shape each time it is read.
 */
interface Upcast {
  readonly kind: EventKind;
  /** The shape of before, told by what stands in it: stations of several releases write side by side, so no date and no version can tell. */
  readonly isOld: (body: Body) => boolean;
  /** The same fact in the shape that came next. */
  readonly lift: (body: Body) => Body;
}

type Body = Readonly<Record<string, unknown>>;

/** Oldest first, for each brings a body only to the shape that the next one knows. Never taken out again: some ledger still has it. */
export const upcasts: readonly Upcast[] = [
  // Bindings were once of one level and always a press (before release 0.1).
  { kind: 'TriggerBound', isOld: (body) => 'level' in body && !('purpose' in body), lift: ({ level, ...body }) => ({ ...body, purpose: level }) },
];

/** A body as this program's catalogue has it, whichever release wrote it. Bodies of the present shape come out as they are. */
export const upcast = (kind: EventKind, body: unknown): unknown =>
  isBody(body) ? upcasts.filter((change) => change.kind === kind).reduce((lifted, { isOld, lift }) => (isOld(lifted) ? lift(lifted) : lifted), body) : body;

const isBody = (body: unknown): body is Body => typeof body === 'object' && body !== null && !Array.isArray(body);
