import { z } from 'zod';
import { sha256, toHex } from '../../../main/platform/primitives.ts';
import { openOrThrow } from '../../../main/ledger/openDatabase.ts';
import { decodeEvent } from '../../../main/ledger/encoding.ts';
import { openFolder } from '../openFolder.ts';
import type { PreparedStation } from './prepareSite.ts';

/** What lies in the data folder of a station that ended. */
export interface Left {
  readonly name: string;
  /** Hash and subject of each event, by `origin/number`. */
  readonly events: ReadonlyMap<string, { readonly hash: string; readonly subject: string; readonly wall: number; readonly kind: string; readonly text: string }>;
  /** What screens show, by subject. */
  readonly projections: ReadonlyMap<string, string>;
  readonly verifies: boolean;
}

const projectionRows = z.array(z.tuple([z.string(), z.string(), z.number(), z.string(), z.string().nullable(), z.string()]));

export const readLeft = async ({ name, data }: PreparedStation): Promise<Left> => {
  const { ledger, ledgerFile, key, close } = openFolder(data, false);
  const { ok } = await ledger.verify();
  // Bodies are sealed where they lie.
  const openedBySubject = new Map<string, ReadonlyMap<string, string>>();
  const opened = (subject: string): ReadonlyMap<string, string> => {
    const known = openedBySubject.get(subject) ?? new Map(ledger.eventsOf(subject).map(({ origin, seq, body }) => [`${origin}/${seq}`, JSON.stringify(body)]));
    openedBySubject.set(subject, known);
    return known;
  };
  const events: [string, { hash: string; subject: string; wall: number; kind: string; text: string }][] = [];
  for (const [origin, upTo] of ledger.have()) {
    for (let seq = 0; seq < upTo; ) {
      for (const record of ledger.read(origin, seq, 1_000_000)) {
        const event = decodeEvent(record.bytes);
        const place = `${origin}/${record.seq}`;
        events.push([place, { hash: toHex(sha256(record.bytes)), subject: event?.subject ?? '', wall: event?.wall ?? 0, kind: event?.kind ?? '', text: opened(event?.subject ?? '').get(place) ?? '' }]);
        seq = record.seq;
      }
    }
  }
  await close();
  const database = openOrThrow(ledgerFile, key);
  const projections = projectionRows.parse(database.prepare('SELECT subject, type, open, sort, link, state FROM projection ORDER BY subject').raw().all()).map(([subject, ...row]): [string, string] => [subject, JSON.stringify(row)]);
  database.close();
  return { name, events: new Map(events), projections: new Map(projections), verifies: ok };
};

/**
 * How they differ, in words. All are ended at one moment, but not in one instant: what one of them wrote in that moment, of the others' going, it could tell nobody.
 *
 * @param endedAt milliseconds since the epoch
 */
export const differencesOf = (all: readonly Left[], endedAt: number): readonly string[] => {
  const [first, ...others] = all;
  if (first === undefined) return [];
  const everything = new Map(all.flatMap(({ events }) => [...events]));
  const last = new Set([...everything].filter(([id, { wall, kind }]) => wall >= endedAt && kind.startsWith('Fault') && all.some(({ events }) => !events.has(id))).map(([id]) => id));
  const subjects = new Set([...last].map((id) => everything.get(id)?.subject));
  const lacking = all.flatMap(({ name, events }) => [...everything].filter(([id, { hash }]) => !last.has(id) && events.get(id)?.hash !== hash).slice(0, 3).map(([id, { kind }]) => `${name} lacks ${kind} ${id}`));
  const shown = others.flatMap(({ name, projections }) =>
    [...new Set([...first.projections.keys(), ...projections.keys()])]
      .filter((subject) => !subjects.has(subject) && first.projections.get(subject) !== projections.get(subject))
      .slice(0, 3)
      .map((subject) => `${name} and ${first.name} show ${subject} differently`),
  );
  return [...all.filter(({ verifies }) => !verifies).map(({ name }) => `${name} does not verify`), ...lacking, ...shown];
};
