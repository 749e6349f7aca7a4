import { z } from 'zod';
import type { Verification } from '../../../main/contract/station.ts';
import { incidentReportSchema } from '../../../main/contract/incident.ts';
import type { Draft } from '../../../main/core/event/catalogue.ts';
import { makeTestStation, openTestLedger } from './testLedger.ts';

/** One byte of one field of one event, or of the head of one chain. */
export interface Place {
  readonly table: 'event' | 'head';
  readonly field: string;
  readonly origin: string;
  readonly seq: number;
  readonly at: number;
}

/** A small real ledger of two stations that lets itself be changed, as a ledger never does. What a new field of an event must add to `fields`, so that it is changed as well. */
export interface MutableLedger {
  readonly places: () => readonly Place[];
  /** XORs the byte. Doing it twice puts it right again. */
  readonly flip: (place: Place, mask: number) => void;
  readonly verify: () => Promise<Verification>;
  readonly close: () => void;
}

const fields = { event: ['bytes', 'hash', 'signature'], head: ['hash', 'signature'] } as const;
const lengths = z.array(z.object({ origin: z.string(), seq: z.int(), length: z.int().nullable() }));

const filed = (number: number): Draft => {
  const id = `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
  return { kind: 'IncidentFiled', subject: `incident/${id}`, body: { report: incidentReportSchema.parse({ title: `Record ${number}`, account: 'Said that he would wait outside.' }), alarm: null, station: 'Desk', staff: null } };
};

export const openMutableLedger = (): MutableLedger => {
  const [desk, office] = [makeTestStation('Desk'), makeTestStation('Office')];
  const held = openTestLedger(desk, [office]);
  const other = openTestLedger(office, [desk]);
  // Commits of one event and of several: of these only the last one is signed.
  for (const [ledger, first] of [[held.ledger, 1], [other.ledger, 100]] as const) {
    ledger.append([filed(first)]);
    ledger.append([filed(first + 1), filed(first + 2), filed(first + 3)]);
    ledger.append([filed(first + 4)]);
  }
  held.ledger.accept(other.ledger.read(office.station.id, 0, 1_000_000));
  other.close();
  const { database } = held;
  for (const { name } of z.array(z.object({ name: z.string() })).parse(database.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'event'").all())) database.exec(`DROP TRIGGER "${name}"`);
  return {
    places: () =>
      (['event', 'head'] as const).flatMap((table) =>
        fields[table].flatMap((field) =>
          lengths
            .parse(database.prepare(`SELECT origin, seq, length(${field}) AS length FROM ${table}`).all())
            .flatMap(({ origin, seq, length }) => Array.from({ length: length ?? 0 }, (_, at): Place => ({ table, field, origin, seq, at }))),
        ),
      ),
    flip: ({ table, field, origin, seq, at }, mask) => {
      const read = z.instanceof(Uint8Array).parse(database.prepare(`SELECT ${field} FROM ${table} WHERE origin = ? AND seq = ?`).pluck().get(origin, seq));
      const changed = Buffer.from(read);
      changed[at] = (changed[at] ?? 0) ^ mask;
      database.prepare(`UPDATE ${table} SET ${field} = ? WHERE origin = ? AND seq = ?`).run(changed, origin, seq);
    },
    verify: held.ledger.verify,
    close: held.close,
  };
};

/** Changes each of the places by itself and puts it right again. Returns those that verify did not name. */
export const flippedBytes = async (ledger: MutableLedger, indexes: readonly number[], mask: () => number): Promise<readonly Place[]> => {
  const places = ledger.places();
  const missed: Place[] = [];
  for (const index of indexes) {
    const place = places[index];
    if (place === undefined) throw new Error(`There is no place ${index}`);
    const changed = mask();
    ledger.flip(place, changed);
    const { problems } = await ledger.verify();
    if (!problems.some(({ origin, seq }) => origin === place.origin && seq === place.seq)) missed.push(place);
    ledger.flip(place, changed);
  }
  return missed;
};
