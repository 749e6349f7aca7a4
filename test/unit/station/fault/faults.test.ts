import { afterEach, describe, expect, it } from 'vitest';
import type { Finding } from '../../../../main/core/fault/finding.ts';
import { createChanges } from '../../../../main/station/changes.ts';
import { createFaults } from '../../../../main/station/fault/faults.ts';
import { v7 as uuid } from 'uuid';
import { heldClock, makeTestStation, openTestLedger, silentLog, type TestLedger } from '../../../support/ledger/testLedger.ts';

const desk = makeTestStation('Desk 1');
const identity = { station: desk.station, signingKey: desk.signingKey, tlsKey: new Uint8Array(), authorityCertificate: new Uint8Array(), siteKey: new Uint8Array(32), authorityKey: null };
const disk: Finding = { key: 'disk', kind: 'disk', subject: 'disk', message: 'The disk of the data folder has 12 MB left.', remedy: 'Free some space.', disarms: false };

let open: TestLedger | undefined;
afterEach(() => open?.close());

const station = () => {
  const clock = heldClock();
  const opened = openTestLedger(desk, [], clock);
  open = opened;
  const context = { ledger: opened.ledger, identity, clock, ids: { next: () => uuid() }, log: silentLog, changes: createChanges(silentLog), procedures: [] };
  return { clock, opened, start: () => createFaults(context) };
};

describe('faults', () => {
  it('are written down as they begin and end, with their moments', () => {
    const { clock, opened, start } = station();
    const faults = start();
    faults.tick([disk]);
    const began = clock.now();
    expect(faults.list()).toMatchObject([{ kind: 'disk', stationId: desk.station.id, since: new Date(began).toISOString(), endedAt: null }]);
    clock.pass(60_000);
    faults.tick([]);
    clock.pass(5_000);
    faults.tick([]);
    expect(faults.open()).toEqual([]);
    const [fault] = faults.list();
    expect(fault).toMatchObject({ message: disk.message, endedAt: new Date(clock.now()).toISOString() });
    expect(opened.ledger.eventsOf(`fault/${fault?.id}`).map(({ kind }) => kind)).toEqual(['FaultBegan', 'FaultEnded']);
  });

  it('are kept while the ledger takes no writes, shown all the same, and written down later with the moments they came and went', () => {
    const { clock, opened, start } = station();
    const faults = start();
    opened.database.pragma('query_only = ON');
    clock.pass(10_000);
    const began = new Date(clock.now()).toISOString();
    faults.tick([disk]);
    expect(faults.list()).toMatchObject([{ kind: 'disk', since: began, endedAt: null }]);
    expect(opened.ledger.states('fault')).toEqual([]);
    clock.pass(10_000);
    faults.tick([]);
    clock.pass(10_000);
    faults.tick([]);
    const ended = new Date(clock.now()).toISOString();
    expect(faults.open()).toEqual([]);
    expect(faults.list()).toMatchObject([{ since: began, endedAt: ended }]);
    opened.database.pragma('query_only = OFF');
    clock.pass(10_000);
    faults.tick([]);
    expect(opened.ledger.states('fault')).toMatchObject([{ since: began, endedAt: ended }]);
    expect(faults.list()).toHaveLength(1);
  });

  it('that were open when the station ended are gone on with after its restart', () => {
    const { clock, start } = station();
    start().tick([disk]);
    clock.pass(3_000);
    const again = start();
    again.tick([disk]);
    expect(again.list()).toHaveLength(1);
    again.tick([]);
    clock.pass(5_000);
    again.tick([]);
    expect(again.list()).toMatchObject([{ endedAt: new Date(clock.now()).toISOString() }]);
  });

  it('are at most 30 entries a minute, however much breaks', () => {
    const { clock, opened, start } = station();
    const faults = start();
    clock.pass(60_000);
    for (let second = 0; second < 60; second += 1) {
      faults.tick(Array.from({ length: 10 }, (_, index): Finding => ({ ...disk, key: `disk/${second}/${index}` })));
      clock.pass(1_000);
    }
    expect(opened.ledger.states('fault')).toHaveLength(30);
  });

  it('that come and go for a day are few, and what is well for half an hour is done with', () => {
    const { clock, opened, start } = station();
    const faults = start();
    for (let second = 0; second < 24 * 3600; second += 5) {
      faults.tick(second % 30 < 15 ? [disk] : []);
      clock.pass(5_000);
    }
    expect(opened.ledger.states('fault').length).toBeLessThan(10);
    for (let second = 0; second < 1800 + 700; second += 5) {
      faults.tick([]);
      clock.pass(5_000);
    }
    faults.tick([disk]);
    clock.pass(1_000);
    faults.tick([]);
    clock.pass(5_000);
    faults.tick([]);
    expect(faults.list().filter(({ endedAt }) => endedAt === null)).toEqual([]);
  });
});
