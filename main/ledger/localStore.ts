import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { incidentDraftSchema, type IncidentDraft } from '../contract/incident.ts';
import { mostWrongProofs, type EnrolledStation, type InvitationStore } from '../core/site/identity.ts';
import type { Roster } from '../core/site/lan.ts';

/** What this station keeps for itself beside the events: secrets, the roster, addresses, invitations, drafts. */
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
}

export const createLocalStore = (database: Database): LocalStore => ({
  ...createSecrets(database),
  roster: createRoster(database),
  invitations: createInvitations(database),
  drafts: createDrafts(database),
});

const createSecrets = (database: Database) => {
  const find = database.prepare('SELECT value FROM secret WHERE name = ?').pluck();
  const keep = database.prepare('INSERT INTO secret (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value');
  return {
    secret: (name: string) => z.instanceof(Uint8Array).optional().parse(find.get(name)),
    keepSecret: (name: string, value: Uint8Array) => {
      keep.run(name, value);
    },
  };
};

const rosterRow = z.object({ id: z.string(), name: z.string(), place: z.string(), signing_key: z.instanceof(Uint8Array), certificate: z.instanceof(Uint8Array) });
const addressRow = z.object({ station: z.string(), address: z.string() });

const createRoster = (database: Database): Roster => {
  const list = database.prepare('SELECT id, name, place, signing_key, certificate FROM roster ORDER BY id');
  const add = database.prepare(
    'INSERT INTO roster (id, name, place, signing_key, certificate) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name, place = excluded.place, certificate = excluded.certificate',
  );
  const addresses = database.prepare('SELECT station, address FROM address ORDER BY station, position');
  const forget = database.prepare('DELETE FROM address WHERE station = ?');
  const learn = database.prepare('INSERT INTO address (station, position, address) VALUES (?, ?, ?)');
  const read = (): readonly EnrolledStation[] =>
    rosterRow
      .array()
      .parse(list.all())
      .map(({ signing_key, ...row }): EnrolledStation => ({ ...row, signingKey: signing_key }));
  // Asked for with every frame; and whoever is on it must be known also while the database cannot be read.
  let known: readonly EnrolledStation[] | null = null;
  return {
    list: () => (known ??= read()),
    add: ({ id, name, place, signingKey, certificate }) => {
      known = null;
      add.run(id, name, place, signingKey, certificate);
    },
    addresses: () => {
      const byStation = new Map<string, string[]>();
      for (const { station, address } of addressRow.array().parse(addresses.all())) byStation.set(station, [...(byStation.get(station) ?? []), address]);
      return byStation;
    },
    learnAddresses: (station, learnt) => {
      database.transaction(() => {
        forget.run(station);
        for (const [position, address] of [...new Set(learnt)].entries()) learn.run(station, position, address);
      })();
    },
  };
};

const invitationRow = z.object({ id: z.string(), secret: z.instanceof(Uint8Array), expires: z.number(), failures: z.number(), used: z.number() });

const createInvitations = (database: Database): InvitationStore => {
  const add = database.prepare('INSERT INTO invitation (id, secret, expires) VALUES (?, ?, ?)');
  const find = database.prepare('SELECT id, secret, expires, failures, used FROM invitation WHERE id = ?');
  const use = database.prepare('UPDATE invitation SET used = 1 WHERE id = ? AND used = 0');
  const fail = database.prepare('UPDATE invitation SET failures = failures + 1 WHERE id = ?');
  const open = database.prepare('SELECT EXISTS (SELECT 1 FROM invitation WHERE used = 0 AND expires > ? AND failures < ?)').pluck();
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

const createDrafts = (database: Database): LocalStore['drafts'] => {
  const columns = 'SELECT id, alarm, report, saved_at FROM draft';
  const list = database.prepare(`${columns} ORDER BY saved_at DESC`);
  const find = database.prepare(`${columns} WHERE id = ?`);
  const ofAlarm = database.prepare(`${columns} WHERE alarm = ?`);
  const save = database.prepare('INSERT INTO draft (id, alarm, report, saved_at) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET report = excluded.report, saved_at = excluded.saved_at');
  const drop = database.prepare('DELETE FROM draft WHERE id = ?');
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
