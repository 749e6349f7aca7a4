import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { ofPapersOnly } from '../../../main/ledger/migrations/0005_audit.ts';
import { migrate, migrations } from '../../../main/ledger/migrations/migrate.ts';

const tables = (database: BetterSqlite3.Database) => database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name").pluck().all();

describe('the migrations of the ledger', () => {
  it('0001 makes events, heads, projections and what is this station alone', () => {
    const database = new BetterSqlite3(':memory:');
    migrate(database, 1);
    expect(tables(database)).toEqual(['address', 'draft', 'event', 'head', 'invitation', 'projection', 'roster', 'secret']);
    const loose = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE '%STRICT%'").all();
    expect(loose).toEqual([]);
  });

  it('0002 keeps every projection that was there', () => {
    const database = new BetterSqlite3(':memory:');
    migrate(database, 1);
    database.exec("INSERT INTO projection (subject, type, open, sort, link, state) VALUES ('alarm/1', 'alarm', 1, '2026', NULL, '{}')");
    migrate(database, 2);
    expect(database.prepare('SELECT subject FROM projection').pluck().all()).toEqual(['alarm/1']);
  });

  it('0003 has every record that was filed before indexed, and those that come', () => {
    const database = new BetterSqlite3(':memory:');
    migrate(database, 2);
    database.exec("INSERT INTO projection (subject, type, open, sort, link, state) VALUES ('incident/1', 'incident', 0, '2026', NULL, '{}'), ('alarm/1', 'alarm', 1, '2026', NULL, '{}')");
    migrate(database, 3);
    database.exec("INSERT INTO projection (subject, type, open, sort, link, state) VALUES ('incident/2', 'incident', 0, '2026', NULL, '{}'), ('alarm/2', 'alarm', 1, '2026', NULL, '{}')");
    expect(database.prepare('SELECT subject FROM incident_to_index').pluck().all()).toEqual(['incident/1', 'incident/2']);
  });

  it('0005 has what people did before it in the order of its index', () => {
    const database = new BetterSqlite3(':memory:');
    migrate(database, 4);
    const insert = database.prepare("INSERT INTO event (origin, seq, wall, counter, kind, subject, bytes, hash) VALUES ('a', ?, ?, 0, ?, 'staff/1', x'00', x'00')");
    for (const [seq, [wall, kind]] of ([[20, 'StaffAdded'], [30, 'AlarmRaised'], [10, 'PlanChanged']] as const).entries()) insert.run(seq + 1, wall, kind);
    migrate(database, 5);
    const newest = `SELECT kind FROM event WHERE ${ofPapersOnly} AND (wall, counter, origin, seq) < (99, 0, '', 0) ORDER BY wall DESC, counter DESC, origin DESC, seq DESC LIMIT 5`;
    expect(database.prepare(newest).pluck().all()).toEqual(['StaffAdded', 'PlanChanged']);
    expect(database.prepare(`EXPLAIN QUERY PLAN ${newest}`).raw().all().join(' ')).toMatch(/USING INDEX event_of_paper(?!.*TEMP B-TREE)/);
  });

  it('0006 has a record indexed again whose row is written where it lies', () => {
    const database = new BetterSqlite3(':memory:');
    migrate(database, 5);
    database.exec("INSERT INTO projection (subject, type, open, sort, link, state) VALUES ('incident/1', 'incident', 1, '2026', NULL, '{}'), ('alarm/1', 'alarm', 1, '2026', NULL, '{}')");
    database.exec('DELETE FROM incident_to_index');
    migrate(database, 6);
    database.exec("UPDATE projection SET state = '{ }'");
    expect(database.prepare('SELECT subject FROM incident_to_index').pluck().all()).toEqual(['incident/1']);
  });

  it('0008 makes room for procedures that are being written, and touches no event', () => {
    const database = new BetterSqlite3(':memory:');
    migrate(database, 7);
    const before = tables(database);
    migrate(database, 8);
    expect(tables(database).filter((table) => !before.includes(table))).toEqual(['procedure_draft']);
  });

  it('0009 makes room for person files under the pen', () => {
    const database = new BetterSqlite3(':memory:');
    migrate(database, 8);
    expect(tables(database)).not.toContain('person_draft');
    migrate(database, 9);
    expect(tables(database)).toContain('person_draft');
  });

  it('0010 has the line of a record go with its projection, and with its time of filing', () => {
    const database = new BetterSqlite3(':memory:');
    migrate(database, 9);
    const filed = '2026-11-24T09:00:00.123Z';
    const insert = database.prepare("INSERT INTO projection (subject, type, open, sort, link, state) VALUES (?, 'incident', 1, ?, NULL, '{}')");
    for (const n of [1, 2, 3]) insert.run(`incident/${n}`, filed);
    migrate(database, 10);
    const line = database.prepare("INSERT INTO record_line (number, subject, happened, title, place, station, review, follow_ups) VALUES (?, ?, 0, '', '', '', 'open', 0)");
    for (const n of [1, 2, 3]) line.run(Date.parse(filed) * 1000 + n, `incident/${n}`);
    const lines = () => database.prepare('SELECT subject FROM record_line').pluck().all();
    database.exec("DELETE FROM projection WHERE subject = 'incident/2'");
    expect(lines()).toEqual(['incident/1', 'incident/3']);
    database.exec("UPDATE projection SET state = '{ }' WHERE subject = 'incident/3'");
    expect(lines()).toEqual(['incident/1', 'incident/3']);
    database.exec("UPDATE projection SET sort = '2026-11-24T08:00:00.000Z' WHERE subject = 'incident/1'");
    expect(lines()).toEqual(['incident/3']);
  });

  it('are applied once each, and a ledger of a newer program is refused', () => {
    const database = new BetterSqlite3(':memory:');
    migrate(database);
    migrate(database);
    expect(database.pragma('user_version', { simple: true })).toBe(migrations.length);
    database.pragma(`user_version = ${migrations.length + 1}`);
    expect(() => migrate(database)).toThrow('this program knows up to');
  });

  it('keep the reading of one subject, of one list and of one chain on an index', () => {
    const database = new BetterSqlite3(':memory:');
    migrate(database);
    const plan = (sql: string): string => database.prepare(`EXPLAIN QUERY PLAN ${sql}`).raw().all().join(' ');
    expect(plan("SELECT bytes FROM event WHERE subject = 'alarm/1'")).toContain('USING INDEX event_by_subject');
    expect(plan("SELECT origin, seq FROM event WHERE subject = 'alarm/1'")).toContain('USING COVERING INDEX event_by_subject');
    expect(plan("SELECT bytes FROM event WHERE origin = 'a' AND seq > 3 ORDER BY seq")).toMatch(/USING INDEX sqlite_autoindex_event_1(?!.*TEMP B-TREE)/);
    for (const [condition, index] of [['', 'projection_by_type'], ['AND open = 1', 'projection_by_open']]) {
      expect(plan(`SELECT state FROM projection WHERE type = 'alarm' ${condition} ORDER BY sort DESC, subject DESC LIMIT 5`)).toMatch(new RegExp(`USING INDEX ${index}(?!.*TEMP B-TREE)`));
    }
  });
});
