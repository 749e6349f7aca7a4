import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { v7 as uuid } from 'uuid';
import type { Procedure } from '../../../../main/contract/procedure.ts';
import { createChanges } from '../../../../main/station/changes.ts';
import type { StationContext } from '../../../../main/station/context.ts';
import { loadProcedures, type LocalProcedure } from '../../../../main/station/procedure/procedureFiles.ts';
import { createProcedures, type Procedures } from '../../../../main/station/procedure/procedures.ts';
import { createRuns, type Runs } from '../../../../main/station/procedure/runs.ts';
import { heldClock, makeTestStation, openTestLedger, silentLog, type TestLedger, type TestStation } from '../../../support/ledger/testLedger.ts';

const [deskPaper, officePaper] = [makeTestStation('Desk 1'), makeTestStation('Office')];
const papers = [deskPaper, officePaper];
const there = <Value>(value: Value | undefined): Value => {
  if (value === undefined) throw new Error('it is not there');
  return value;
};
const shipped = loadProcedures('/nowhere').procedures;
const seed = there(shipped.find(({ document }) => document.id === 'get-help')).document;
const titled = (document: Procedure, full: string): Procedure => ({ ...document, title: { ...document.title, full } });

interface Station {
  readonly open: TestLedger;
  readonly procedures: Procedures;
  readonly runs: Runs;
}

describe('the procedures of a site', () => {
  const clock = heldClock();
  let desk: Station;
  let office: Station;

  const start = (paper: TestStation, local: readonly LocalProcedure[] = shipped, opened?: TestLedger): Station => {
    const open = opened ?? openTestLedger(paper, papers, clock);
    const identity = { station: paper.station, signingKey: paper.signingKey, tlsKey: new Uint8Array(), authorityCertificate: new Uint8Array(), siteKey: new Uint8Array(32), authorityKey: null };
    const context: StationContext = { ledger: open.ledger, identity, clock, ids: { next: () => uuid() }, log: silentLog, changes: createChanges(silentLog), procedures: local };
    const procedures = createProcedures(context);
    return { open, procedures, runs: createRuns(context, procedures) };
  };
  const send = (from: Station, to: Station): void => {
    for (const [origin] of from.open.ledger.have()) to.open.ledger.accept(from.open.ledger.read(origin, to.open.ledger.have().get(origin) ?? 0, 10_000_000));
  };
  const shown = ({ procedures }: Station, id = 'get-help') => there(procedures.shown().find(({ document }) => document.id === id));
  const publish = (at: Station, full: string, basedOn = shown(at).edition) => {
    clock.pass(1000);
    return at.procedures.publish({ document: titled(shown(at).document, full), note: full, basedOn }, null);
  };

  beforeEach(() => {
    desk = start(deskPaper);
    office = start(officePaper);
  });
  afterEach(() => {
    for (const { open } of [desk, office]) open.close();
  });

  it('are those that came with the program, the one that opens by itself first, until the site publishes one', () => {
    expect(desk.procedures.shown().map(({ document }) => document.id)).toEqual(['get-help', 'medical-emergency', 'aggressive-call', 'lone-opening-closing']);
    expect(publish(office, 'Ours')).toMatchObject({ ok: true, value: { document: { version: seed.version + 1 } } });
    send(office, desk);
    expect(shown(desk)).toEqual(shown(office));
    expect(shown(desk).document.title.full).toBe('Ours');
    expect(desk.procedures.standings()[0]).toMatchObject({ source: 'published', versions: [{ note: 'Ours', station: 'Office' }] });
  });

  it('two that are published at the same time are both kept, and every station chooses the same', () => {
    publish(desk, 'From the desk');
    publish(office, 'From the office');
    send(office, desk);
    send(desk, office);
    expect(shown(desk)).toEqual(shown(office));
    const [standing] = desk.procedures.standings();
    expect(standing?.versions.map(({ note, unseen }) => [note, unseen !== null])).toEqual([['From the desk', false], ['From the office', true]]);
    for (const { edition, note } of standing?.versions ?? []) expect(office.procedures.edition('get-help', edition)).toMatchObject({ ok: true, value: { title: { full: note } } });
  });

  it('a publication that has not seen the one that stands is refused, and says so', () => {
    const before = shown(desk).edition;
    publish(desk, 'First');
    expect(publish(desk, 'Second', before)).toMatchObject({ ok: false, error: { type: 'ProcedureOvertaken' } });
    expect(shown(desk).document.title.full).toBe('First');
  });

  it('publishing what stands already is no new version', () => {
    publish(desk, 'First');
    expect(publish(desk, 'First')).toMatchObject({ ok: true, value: { edition: shown(desk).edition } });
    expect(desk.procedures.standings()[0]?.versions).toHaveLength(1);
  });

  it('one that gives the desk away is refused', () => {
    const document = { ...seed, title: { discreet: 'Alarm', full: 'b' } };
    expect(desk.procedures.publish({ document, note: '', basedOn: shown(desk).edition }, null)).toMatchObject({ ok: false, error: { type: 'ProcedureInvalid', field: 'title.discreet' } });
  });

  it('one that is withdrawn leaves the notes of every station and comes back when it is published again', () => {
    expect(desk.procedures.withdraw('medical-emergency', null).ok).toBe(true);
    send(desk, office);
    expect(office.procedures.shown().map(({ document }) => document.id)).not.toContain('medical-emergency');
    const standing = there(office.procedures.standings().find(({ id }) => id === 'medical-emergency'));
    expect(standing.withdrawn).toBe(true);
    clock.pass(1000);
    office.procedures.publish({ document: standing.document, note: '', basedOn: standing.edition }, null);
    expect(office.procedures.shown().map(({ document }) => document.id)).toContain('medical-emergency');
  });

  it('a run keeps the version it began in, here and at the other stations, also when only the program had that', () => {
    expect(desk.runs.start('get-help', null, null).ok).toBe(true);
    const run = there(desk.runs.list()[0]);
    publish(desk, 'Newer');
    send(desk, office);
    // The other station has another program, which does not carry it.
    const other = start(officePaper, [], office.open);
    for (const station of [desk, office, other]) expect(station.procedures.ofRun(run)?.title.full).toBe(seed.title.full);
    expect(shown(office).document.title.full).toBe('Newer');
    expect(desk.runs.tick(run.id, 'stay-calm', true).ok).toBe(true);
    expect(desk.runs.tick(run.id, 'cue-voice', true).ok).toBe(true);
    expect(desk.runs.tick(run.id, 'no-such-step', true)).toMatchObject({ ok: false });
  });

  it('what a run was is written once, however many there are', () => {
    for (let run = 0; run < 3; run += 1) desk.runs.start('get-help', null, null);
    expect(desk.open.ledger.eventsOf('procedure/get-help')).toHaveLength(1);
  });

  describe('with a file in the data folder', () => {
    const mine = { document: titled(seed, 'From a file'), file: 'mine.yaml' };

    it('show it at this station until the site publishes one of that name', () => {
      const withFile = start(deskPaper, [...shipped, mine], desk.open);
      expect(shown(withFile).document.title.full).toBe('From a file');
      expect(withFile.procedures.standings()[0]).toMatchObject({ source: 'file', offer: null });
      expect(withFile.procedures.problems()).toEqual([]);
    });

    it('never let it override what the site has published, and say that it does not hold', () => {
      publish(desk, 'Published');
      const withFile = start(deskPaper, [...shipped, mine], desk.open);
      expect(shown(withFile).document.title.full).toBe('Published');
      expect(withFile.procedures.standings()[0]).toMatchObject({ offer: { file: 'mine.yaml', document: { title: { full: 'From a file' } } } });
      expect(withFile.procedures.problems()).toMatchObject([{ message: expect.stringContaining('mine.yaml') }]);
    });

    it('say nothing of one that was published once, also when another version followed', () => {
      const withFile = start(deskPaper, [...shipped, mine], desk.open);
      publish(withFile, 'From a file');
      expect(withFile.procedures.problems()).toEqual([]);
      publish(withFile, 'Later');
      expect(withFile.procedures.problems()).toEqual([]);
    });
  });

  it('are shown while the database cannot be read', () => {
    publish(desk, 'Published');
    desk.open.database.exec('DROP TABLE projection');
    expect(shown(desk).document.title.full).toBe('Published');
  });
});
