import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Draft } from '../../../main/core/event/catalogue.ts';
import { createPace, gentleTurn } from '../../../main/ledger/pace.ts';
import { makeTestStation, openTestLedger, type TestLedger, type TestStation } from '../../support/ledger/testLedger.ts';

const desk = makeTestStation('Desk 1');
const office = makeTestStation('Back office');
const id = (n: number): string => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const run = (n: number): Draft => ({ kind: 'RunEnded', subject: `run/${id(n)}`, body: {} });
const alarm = (n: number): string => `alarm/${id(n)}`;
const raised = (n: number): Draft => ({ kind: 'AlarmRaised', subject: alarm(n), body: { level: 'assist', kind: 'real', source: 'device', place: 'Desk 1', press: id(1000 + n), alone: false, station: 'Back office', staff: null } });
const closed = (n: number): Draft => ({ kind: 'AlarmClosed', subject: alarm(n), body: { reason: 'resolved', note: '', presses: [id(1000 + n)], station: 'Back office', staff: null } });

describe('a station that takes over what its site has', () => {
  const open: TestLedger[] = [];
  const openLedger = (self: TestStation, other: TestStation, file?: string): TestLedger => {
    const opened = openTestLedger(self, [other], undefined, file);
    open.push(opened);
    return opened;
  };
  beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
  afterEach(() => {
    vi.useRealTimers();
    for (const ledger of open.splice(0)) ledger.close();
  });

  /** A colleague with some events, and a new station that has just met it. */
  const meet = () => {
    const [there, here] = [openLedger(office, desk), openLedger(desk, office)];
    for (let n = 0; n < 6; n += 1) there.ledger.append([run(n)]);
    here.ledger.expect(there.ledger.have());
    return { there: there.ledger, here: here.ledger, file: here.file };
  };
  const all = ({ ledger }: Pick<TestLedger, 'ledger'>) => ledger.read(office.station.id, 0, 1_000_000);

  it('hurries until it has what the first peer had and has indexed it', () => {
    const { there, here } = meet();
    const records = all({ ledger: there });
    expect([here.newcomer.takesOver(), here.newcomer.hurries()]).toEqual([true, true]);
    here.accept(records.slice(0, 5));
    here.expect(new Map([[office.station.id, 1]]));
    here.newcomer.indexed();
    expect([here.newcomer.takesOver(), here.newcomer.hurries()]).toEqual([true, true]);
    here.accept(records.slice(5));
    expect([here.newcomer.takesOver(), here.newcomer.hurries()]).toEqual([false, true]);
    here.newcomer.indexed();
    here.expect(new Map([[office.station.id, 100]]));
    expect(here.newcomer.hurries()).toBe(false);
  });

  it('hurries no more once somebody pressed at it, or an alarm came in', () => {
    const pressed = meet();
    pressed.here.appendUrgently([raised(1)], () => {});
    expect(pressed.here.newcomer.hurries()).toBe(false);
    const called = meet();
    called.there.appendUrgently([raised(1)], (records) => called.here.preview(records));
    expect(called.here.newcomer.hurries()).toBe(false);
  });

  it('does not hurry while an alarm is open in what it took over', () => {
    const { there, here } = meet();
    there.append([raised(1)]);
    here.expect(there.have());
    here.accept(all({ ledger: there }).slice(0, 3));
    expect(here.newcomer.hurries()).toBe(true);
    here.accept(all({ ledger: there }));
    expect(here.newcomer.hurries()).toBe(false);
    there.append([closed(1)]);
    here.accept(all({ ledger: there }));
    expect(here.newcomer.hurries()).toBe(true);
  });

  it('does not hurry for longer than a minute', () => {
    const { here } = meet();
    vi.advanceTimersByTime(61_000);
    expect([here.newcomer.hurries(), here.newcomer.takesOver()]).toEqual([false, false]);
  });

  it('is one also with the events of its own joining, and not when it has made the site itself', () => {
    const { there } = meet();
    const bound: Draft = { kind: 'StationUpgraded', subject: `station/${desk.station.id}`, body: { protocol: 2 } };
    const founded: Draft = { kind: 'SiteCreated', subject: `site/${id(1)}`, body: { name: 'Elm Library' } };
    const hurries = (...own: readonly Draft[]): boolean => {
      const begun = openLedger(desk, office);
      begun.ledger.append(own);
      begun.database.close();
      open.pop();
      const started = openLedger(desk, office, begun.file);
      started.ledger.expect(there.have());
      return started.ledger.newcomer.hurries();
    };
    expect([hurries(bound), hurries(founded, bound)]).toEqual([true, false]);
  });

  it('is not one that was there before, whatever it lacks', () => {
    const { there, here, file } = meet();
    here.accept(all({ ledger: there }).slice(0, 1));
    open.pop();
    const again = openLedger(desk, office, file);
    again.ledger.expect(new Map([[office.station.id, 100]]));
    expect(again.ledger.newcomer.hurries()).toBe(false);
  });

  it('has turns without pauses, and short ones with pauses afterwards', async () => {
    let hurries = true;
    const pace = createPace(() => hurries);
    const hurried = pace.turn();
    expect(hurried).toBeGreaterThan(gentleTurn);
    await pace.rest(hurried);
    hurries = false;
    expect(pace.turn()).toBe(gentleTurn);
    let rested = false;
    const resting = pace.rest(gentleTurn).then(() => (rested = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect(rested).toBe(false);
    await resting;
  });
});
