import type { Connection } from './connection.ts';
import { z } from 'zod';
import { incidentDraftSchema, type IncidentDraft } from '../contract/incident.ts';
import { procedureDraftSchema, type ProcedureDraft } from '../contract/procedure.ts';
import { personDraftSchema, type PersonDraft } from '../contract/person.ts';
import { mostWrongProofs, type EnrolledStation, type InvitationStore } from '../core/site/identity.ts';
import type { Roster } from '../core/site/lan.ts';
import { createUploads, type Uploads } from './uploads.ts';

/** What this station keeps for itself beside the events: secrets, the roster, addresses, invitations, drafts, files that are coming in. */
export interface LocalStore {
  readonly secret: (name: string) => Uint8Array | undefined;
  readonly keepSecret: (name: string, value: Uint8Array) => void;
  readonly roster: Roster;
  readonly invitations: InvitationStore;
  readonly drafts: {
    readonly list: () => readonly IncidentDraft[];
    readonly find: (id: string) => IncidentDraft | undefined;
    readonly ofAlarm: (alarm: string) => IncidentDraft | undefined;
    readonly save: (draft: IncidentDraft) => void;
    readonly drop: (id: string) => void;
  };
  readonly uploads: Uploads;
  /** One for each procedure that somebody is writing here. */
  readonly procedureDrafts: {
    readonly list: () => readonly ProcedureDraft[];
    readonly save: (draft: ProcedureDraft) => void;
    readonly drop: (procedure: string) => void;
  };
  /** Each belongs to one person, by their staff id. The one that was saved last comes first. */
  readonly personDrafts: {
    readonly list: () => readonly OwnedDraft[];
    readonly save: (owned: OwnedDraft) => void;
    readonly drop: (id: string) => void;
  };
}

/** A file on somebody under the pen, and whose it is. */
export interface OwnedDraft {
  readonly staff: string;
  readonly draft: PersonDraft;
}

export const createLocalStore = (connection: Connection): LocalStore => ({
  ...createSecrets(connection),
  roster: createRoster(connection),
  invitations: createInvitations(connection),
  drafts: createDrafts(connection),
  uploads: createUploads(connection),
  procedureDrafts: createProcedureDrafts(connection),
  personDrafts: createPersonDrafts(connection),
});

const createSecrets = (connection: Connection) => {
  const find = connection.prepare('SELECT value FROM secret WHERE name = ?').pluck();
  const keep = connection.prepare('INSERT INTO secret (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value');
  return {
    secret: (name: string) => z.instanceof(Uint8Array).optional().parse(find.get(name)),
    keepSecret: (name: string, value: Uint8Array) => {
      keep.run(name, value);
    },
  };
};

const rosterRow = z.object({ id: z.string(), name: z.string(), place: z.string(), signing_key: z.instanceof(Uint8Array), certificate: z.instanceof(Uint8Array) });
const addressRow = z.object({ station: z.string(), address: z.string() });

const createRoster = (connection: Connection): Roster => {
  const selectAll = connection.prepare('SELECT id, name, place, signing_key, certificate FROM roster ORDER BY id');
  const add = connection.prepare(
    'INSERT INTO roster (id, name, place, signing_key, certificate) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name, place = excluded.place, certificate = excluded.certificate',
  );
  const addresses = connection.prepare('SELECT station, address FROM address ORDER BY station, position');
  const forget = connection.prepare('DELETE FROM address WHERE station = ?');
  const learn = connection.prepare('INSERT INTO address (station, position, address) VALUES (?, ?, ?)');
  const read = (): readonly EnrolledStation[] =>
    rosterRow
      .array()
      .parse(selectAll.all())
      .map(({ signing_key, ...row }): EnrolledStation => ({ ...row, signingKey: signing_key }));
  const readAddresses = (): ReadonlyMap<string, readonly string[]> => {
    const byStation = new Map<string, string[]>();
    for (const { station, address } of addressRow.array().parse(addresses.all())) byStation.set(station, [...(byStation.get(station) ?? []), address]);
    return byStation;
  };
  // Asked for with every frame; and whoever is on it, and where, must be known also while the database is in trouble.
  let known: readonly EnrolledStation[] | null = null;
  let places: ReadonlyMap<string, readonly string[]> | null = null;
  const list = (): readonly EnrolledStation[] => (known ??= read());
  const addressesByStation = (): ReadonlyMap<string, readonly string[]> => (places ??= readAddresses());
  return {
    list,
    add: (station) => {
      const { id, name, place, signingKey, certificate } = station;
      const before = list().find((other) => other.id === id);
      known = [...list().filter((other) => other.id !== id), before === undefined ? station : { ...station, signingKey: before.signingKey }].toSorted((a, b) => (a.id < b.id ? -1 : 1));
      add.run(id, name, place, signingKey, certificate);
    },
    addresses: addressesByStation,
    learnAddresses: (station, learnt) => {
      const fresh = [...new Set(learnt)];
      if (JSON.stringify(addressesByStation().get(station)) === JSON.stringify(fresh)) return;
      places = new Map([...addressesByStation(), [station, fresh]]);
      connection.transact(() => {
        forget.run(station);
        for (const [position, address] of fresh.entries()) learn.run(station, position, address);
      });
    },
  };
};

const invitationRow = z.object({ id: z.string(), secret: z.instanceof(Uint8Array), expires: z.number(), failures: z.number(), used: z.number() });

const createInvitations = (connection: Connection): InvitationStore => {
  const add = connection.prepare('INSERT INTO invitation (id, secret, expires) VALUES (?, ?, ?)');
  const find = connection.prepare('SELECT id, secret, expires, failures, used FROM invitation WHERE id = ?');
  const use = connection.prepare('UPDATE invitation SET used = 1 WHERE id = ? AND used = 0');
  const fail = connection.prepare('UPDATE invitation SET failures = failures + 1 WHERE id = ?');
  const open = connection.prepare('SELECT EXISTS (SELECT 1 FROM invitation WHERE used = 0 AND expires > ? AND failures < ?)').pluck();
  return {
    add: ({ id, secret, expires }) => {
      add.run(id, secret, expires);
    },
    find: (id) => {
      const row = find.get(id);
      if (row === undefined) return undefined;
      const invitation = invitationRow.parse(row);
      return { ...invitation, used: invitation.used === 1 };
    },
    use: (id) => use.run(id).changes === 1,
    fail: (id) => {
      fail.run(id);
    },
    anyOpen: (now) => open.get(now, mostWrongProofs) === 1,
  };
};

const draftRow = z.object({ id: z.string(), alarm: z.string().nullable(), report: z.string(), saved_at: z.string() });

const createDrafts = (connection: Connection): LocalStore['drafts'] => {
  const columns = 'SELECT id, alarm, report, saved_at FROM draft';
  const list = connection.prepare(`${columns} ORDER BY saved_at DESC`);
  const find = connection.prepare(`${columns} WHERE id = ?`);
  const ofAlarm = connection.prepare(`${columns} WHERE alarm = ?`);
  const save = connection.prepare('INSERT INTO draft (id, alarm, report, saved_at) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET report = excluded.report, saved_at = excluded.saved_at');
  const drop = connection.prepare('DELETE FROM draft WHERE id = ?');
  const read = (row: unknown): IncidentDraft => {
    const { id, alarm, report, saved_at } = draftRow.parse(row);
    return incidentDraftSchema.parse({ id, alarm, report: JSON.parse(report), savedAt: saved_at });
  };
  const readOne = (row: unknown): IncidentDraft | undefined => (row === undefined ? undefined : read(row));
  return {
    list: () => list.all().map(read),
    find: (id) => readOne(find.get(id)),
    ofAlarm: (alarm) => readOne(ofAlarm.get(alarm)),
    save: ({ id, alarm, report, savedAt }) => {
      save.run(id, alarm, JSON.stringify(report), savedAt);
    },
    drop: (id) => {
      drop.run(id);
    },
  };
};

const procedureDraftRow = z.object({ based_on: z.string().nullable(), document: z.string(), saved_at: z.string() });

const createProcedureDrafts = (connection: Connection): LocalStore['procedureDrafts'] => {
  const list = connection.prepare('SELECT based_on, document, saved_at FROM procedure_draft ORDER BY procedure');
  const save = connection.prepare(
    'INSERT INTO procedure_draft (procedure, based_on, document, saved_at) VALUES (?, ?, ?, ?) ON CONFLICT (procedure) DO UPDATE SET based_on = excluded.based_on, document = excluded.document, saved_at = excluded.saved_at',
  );
  const drop = connection.prepare('DELETE FROM procedure_draft WHERE procedure = ?');
  return {
    list: () =>
      procedureDraftRow
        .array()
        .parse(list.all())
        .map(({ based_on, document, saved_at }) => procedureDraftSchema.parse({ basedOn: based_on, document: JSON.parse(document), savedAt: saved_at })),
    save: ({ basedOn, document, savedAt }) => {
      save.run(document.id, basedOn, JSON.stringify(document), savedAt);
    },
    drop: (procedure) => {
      drop.run(procedure);
    },
  };
};

const ownedDraftRow = z.object({ staff: z.string(), draft: z.string() });

const createPersonDrafts = (connection: Connection): LocalStore['personDrafts'] => {
  const list = connection.prepare('SELECT staff, draft FROM person_draft ORDER BY saved_at DESC');
  const save = connection.prepare(
    'INSERT INTO person_draft (id, staff, draft, saved_at) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET staff = excluded.staff, draft = excluded.draft, saved_at = excluded.saved_at',
  );
  const drop = connection.prepare('DELETE FROM person_draft WHERE id = ?');
  return {
    list: () =>
      ownedDraftRow
        .array()
        .parse(list.all())
        .map(({ staff, draft }) => ({ staff, draft: personDraftSchema.parse(JSON.parse(draft)) })),
    save: ({ draft, staff }) => {
      save.run(draft.id, staff, JSON.stringify(draft), draft.savedAt);
    },
    drop: (id) => {
      drop.run(id);
    },
  };
};
