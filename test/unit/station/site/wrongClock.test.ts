import { v7 as uuid } from 'uuid';
import { afterEach, describe, expect, it } from 'vitest';
import { incidentReportSchema } from '../../../../main/contract/incident.ts';
import { clockFindings } from '../../../../main/core/fault/clockFindings.ts';
import { createConnection } from '../../../../main/ledger/connection.ts';
import { createLedger } from '../../../../main/ledger/createLedger.ts';
import { enrolmentOf } from '../../../../main/station/site/enrolment.ts';
import { createChanges } from '../../../../main/station/changes.ts';
import { createFaults } from '../../../../main/station/fault/faults.ts';
import { createClockSite, years } from '../../../support/ledger/clockSite.ts';
import { makeTestStation, openTestLedger, silentLog, type TestLedger } from '../../../support/ledger/testLedger.ts';

const minute = 60_000;
const opened: TestLedger[] = [];
afterEach(() => {
  for (const { close } of opened.splice(0)) close();
});

/** Stations with real ledgers, clocks and faults; the true time and the wires are the test's. */
const createSite = (...names: readonly string[]) => {
  const papers = names.map((name) => makeTestStation(name));
  const site = createClockSite(papers.map(({ station }) => station.id));
  const stations = papers.map((paper, index) => {
    const terminal = site.terminals[index];
    if (terminal === undefined) throw new Error('Every station has a terminal');
    const own = openTestLedger(paper, papers, terminal.clock);
    opened.push(own);
    const { ledger } = own;
    terminal.lastWrote = ledger.lastWrote;
    const identity = { station: paper.station, signingKey: paper.signingKey, tlsKey: new Uint8Array(), authorityCertificate: new Uint8Array(), siteKey: new Uint8Array(32), authorityKey: null };
    const faults = createFaults({ ledger, identity, clock: terminal.clock, ids: { next: () => uuid() }, log: silentLog, changes: createChanges(silentLog), procedures: [] });
    ledger.append([enrolmentOf(paper.station)]);
    return {
      terminal,
      ledger,
      startAgain: () => createLedger({ connection: createConnection(own.database), clock: terminal.clock, log: silentLog, stationId: paper.station.id, signingKey: paper.signingKey, siteKey: identity.siteKey }),
      faults,
      file: (title: string): string => {
        const subject = `incident/${uuid()}`;
        ledger.append([{ kind: 'IncidentFiled', subject, body: { alarm: null, report: incidentReportSchema.parse({ title }), station: paper.station.name, staff: null } }]);
        return subject;
      },
      amend: (subject: string, text: string) => void ledger.append([{ kind: 'IncidentAmended', subject, body: { text, station: paper.station.name, staff: null } }]),
      look: () => faults.tick(clockFindings({ now: terminal.shows(), verdict: terminal.clock.verdict(), stampsAhead: ledger.clockAhead() }, [], [])),
      clockFaults: () => faults.list().filter(({ kind }) => kind === 'clock').map(({ message, endedAt }) => ({ message, over: endedAt !== null })),
    };
  });
  const replicate = (): void => {
    for (const from of stations) for (const to of stations) if (from !== to && from.terminal.connected && to.terminal.connected) for (const origin of from.ledger.have().keys()) to.ledger.accept(from.ledger.read(origin, to.ledger.have().get(origin) ?? 0, Number.POSITIVE_INFINITY));
  };
  const pass = (seconds: number): void => {
    for (let second = 0; second < seconds; second += 1) {
      site.pass(1000);
      for (const { look } of stations) look();
      replicate();
    }
  };
  const station = (index: number) => {
    const found = stations[index];
    if (found === undefined) throw new Error('There is no such station');
    return found;
  };
  pass(15);
  return { site, station, pass };
};

describe('a terminal whose clock is set wrong', () => {
  it('by 73 years says so on the whole site, writes by the time of the others meanwhile, and no longer when it was set right', () => {
    const { site, station, pass } = createSite('Front desk', 'Back office', 'Laptop');
    const [front, office] = [station(0), station(1)];
    front.terminal.set(years(73));
    pass(2);
    expect(office.clockFaults()).toEqual([{ message: 'The clock of this terminal is 73 years ahead of those of the other stations.', over: false }]);
    const subject = front.file('Written under a wrong clock');
    pass(1);
    office.amend(subject, 'Read at once');
    pass(1);
    const [incident] = front.ledger.states('incident');
    expect(Math.abs(Date.parse(incident?.summary.filedAt ?? '') - site.now())).toBeLessThan(minute);
    front.terminal.set(0);
    pass(10);
    expect(office.clockFaults()).toMatchObject([{ over: true }]);
    expect(office.ledger.states('incident')).toEqual(front.ledger.states('incident'));
  });

  it.each([
    ['1970', (now: number) => -now],
    ['2000', () => years(-26.9)],
  ])('to %s by an empty battery says so, and goes by the time of the others', (_year, ahead) => {
    const { site, station, pass } = createSite('Front desk', 'Back office');
    const [front, office] = [station(0), station(1)];
    front.terminal.set(ahead(site.now()));
    pass(2);
    expect(office.clockFaults()).toEqual([{ message: expect.stringMatching(/^The clock of this terminal is \d\d years behind those of the other stations\.$/), over: false }]);
    front.file('Written with an empty battery');
    pass(1);
    const [incident] = office.ledger.states('incident');
    expect(Math.abs(Date.parse(incident?.summary.filedAt ?? '') - site.now())).toBeLessThan(minute);
    front.terminal.set(0);
    pass(10);
    expect(office.clockFaults()).toMatchObject([{ over: true }]);
  });

  it('while nobody was connected writes 2099; put right it goes on behind its own words until another station bears it out, says so, and then writes the true time', () => {
    const { site, station, pass } = createSite('Front desk', 'Back office');
    const [front, office] = [station(0), station(1)];
    front.terminal.connected = false;
    front.terminal.set(years(73));
    const subject = front.file('In another century');
    const elsewhere = front.file('Never touched again');
    front.terminal.set(0);
    pass(2);
    front.amend(subject, 'First');
    expect(front.clockFaults()).toEqual([{ message: expect.stringContaining('73 years ahead: its clock stood there before'), over: false }]);

    front.terminal.connected = true;
    pass(3);
    front.amend(subject, 'Second');
    pass(1);
    office.amend(subject, 'Third');
    pass(10);
    const folded = office.ledger.states('incident').find(({ summary }) => `incident/${summary.id}` === subject);
    expect(folded?.amendments.map(({ text }) => text)).toEqual(['First', 'Second', 'Third']);
    for (const at of [folded?.summary.filedAt, ...(folded?.amendments.map((amendment) => amendment.at) ?? [])]) expect(Math.abs(Date.parse(at ?? '') - site.now()), 'what stood in 2099 is no later than what came after it').toBeLessThan(minute);
    const alone = office.ledger.states('incident').find(({ summary }) => `incident/${summary.id}` === elsewhere);
    expect(Date.parse(alone?.summary.filedAt ?? ''), 'nothing tells when this was').toBeGreaterThan(site.now() + years(72));
    expect(office.clockFaults().every(({ over }) => over)).toBe(true);
    expect(office.ledger.states('incident')).toEqual(front.ledger.states('incident'));
    expect(office.ledger.clockAhead(), 'the office was never pulled along').toBeLessThan(minute);
  });

  it('pulls nobody along who starts again with its events in the ledger', () => {
    const { site, station, pass } = createSite('Front desk', 'Back office');
    station(0).terminal.set(years(73));
    station(0).file('In another century');
    pass(2);
    expect([...station(1).ledger.lastWrote().values()].some((wall) => wall > site.now() + years(72))).toBe(true);
    const again = station(1).startAgain();
    again.append([{ kind: 'NoticeRemoved', subject: 'board/site', body: { id: uuid() } }]);
    expect(again.clockAhead()).toBe(0);
    expect(again.eventsOf('board/site').at(-1)?.wall).toBe(site.now());
  });

  it('is not what a change of the time zone or to summer time does: the clock counts on in UTC', () => {
    const zone = process.env['TZ'];
    const { site, station, pass } = createSite('Front desk', 'Back office');
    try {
      for (const other of ['Pacific/Kiritimati', 'America/Los_Angeles', 'Europe/Berlin']) {
        process.env['TZ'] = other;
        pass(1);
        const subject = station(0).file(other);
        pass(1);
        const filed = station(1).ledger.states('incident').find(({ summary }) => `incident/${summary.id}` === subject);
        expect(Math.abs(Date.parse(filed?.summary.filedAt ?? '') - site.now())).toBeLessThan(minute);
      }
      expect(station(1).clockFaults()).toEqual([]);
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });
});
