import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SiteSettings, WeeklyShift } from '../../../../main/contract/index.ts';
import { standardSiteSettings } from '../../../../main/core/site/foldSiteSettings.ts';
import { createChanges, type Changes } from '../../../../main/station/changes.ts';
import { enrolmentOf } from '../../../../main/station/site/enrolment.ts';
import { createRotas, type Rotas } from '../../../../main/station/staff/rotas.ts';
import { createStaffRecords, type StaffRecords } from '../../../../main/station/staff/staffRecords.ts';
import { heldClock, makeTestStation, openTestLedger, silentLog, type HeldClock, type TestLedger } from '../../../support/ledger/testLedger.ts';
import { quickCodes } from '../../../support/quickCodes.ts';

const desk = makeTestStation('Desk 1');
const office = makeTestStation('Back office');
const [ada, ben] = ['a', 'b'].map((letter) => `00000000-0000-7000-8000-00000000000${letter}`) as [string, string];

describe('the rota of a site', () => {
  let open: TestLedger;
  let clock: HeldClock;
  let changes: Changes;
  let people: StaffRecords;
  let rotas: Rotas;
  let rotaNames: SiteSettings['rotaNames'];

  /** Every day, so that the test runs on any. */
  const daily = (shift: Omit<WeeklyShift, 'day'>): WeeklyShift[] => [1, 2, 3, 4, 5, 6, 7].map((day) => ({ ...shift, day }));

  beforeEach(async () => {
    rotaNames = 'first';
    clock = heldClock(new Date(2026, 10, 30, 10).getTime());
    open = openTestLedger(desk, [office], clock);
    changes = createChanges(silentLog);
    const ids = [ada, ben];
    const identity = { station: desk.station, signingKey: desk.signingKey, tlsKey: new Uint8Array(), authorityCertificate: new Uint8Array(), siteKey: new Uint8Array(32), authorityKey: null };
    const context = { ledger: open.ledger, identity, clock, ids: { next: () => ids.shift() ?? ada }, log: silentLog, changes, procedures: [] };
    open.ledger.append([enrolmentOf(desk.station), enrolmentOf(office.station)]);
    people = createStaffRecords(context, quickCodes);
    rotas = createRotas(context, () => ({ ...standardSiteSettings, rotaNames }));
    for (const name of ['Ada Lovelace', 'Ben Okri']) await people.add({ name, role: 'desk', pin: '2468', temporary: false }, null);
    expect(
      rotas.saveWeek([...daily({ from: '13:00', to: '17:00', staff: ben, station: office.station.id, alone: false }), ...daily({ from: '09:00', to: '13:00', staff: ada, station: desk.station.id, alone: true })], null),
    ).toMatchObject({ ok: true });
  });
  afterEach(() => open.close());

  it('shows today by time, with names as the site chose, and never who is alone', () => {
    expect(rotas.today()).toEqual([
      { desk: 'Desk 1', who: 'Ada', from: '09:00', to: '13:00' },
      { desk: 'Back office', who: 'Ben', from: '13:00', to: '17:00' },
    ]);
    rotaNames = 'full';
    expect(rotas.today().map(({ who }) => who)).toEqual(['Ada Lovelace', 'Ben Okri']);
    rotaNames = 'hidden';
    expect(rotas.today()).toEqual([]);
  });

  it('shows desks that begin at the same time by their names, not by what only the program knows them by', () => {
    for (const [first, second] of [[desk, office], [office, desk]] as const) {
      rotas.saveDay({ date: '2026-11-30', shifts: [{ from: '09:00', to: '10:00', staff: ada, station: first.station.id, alone: false }, { from: '09:00', to: '11:00', staff: ben, station: second.station.id, alone: false }] }, null);
      expect(rotas.today().map((line) => line.desk)).toEqual(['Back office', 'Desk 1']);
    }
  });

  it('has somebody alone at this desk when a line says so, and nowhere when that day has a rota of its own', () => {
    expect(rotas.aloneHere()).toContainEqual({ day: 1, from: '09:00', to: '13:00' });
    rotas.saveDay({ date: '2026-11-30', shifts: [] }, null);
    expect(rotas.aloneHere().filter(({ day }) => day === 1)).toEqual([]);
    rotas.forgetDay('2026-11-30', null);
    expect(rotas.aloneHere()).toContainEqual({ day: 1, from: '09:00', to: '13:00' });
  });

  it('shows nobody who has left, and takes no line of theirs', () => {
    people.remove(ben, null);
    expect(rotas.today().map(({ who }) => who)).toEqual(['Ada']);
    expect(rotas.saveDay({ date: '2026-12-01', shifts: [{ from: '09:00', to: '10:00', staff: ben, station: desk.station.id, alone: false }] }, null)).toMatchObject({ ok: false, error: { type: 'InputInvalid', field: 'shifts.0.staff' } });
  });

  it('counts whoever has left for nothing: nobody is alone in their place, and nobody of that name comes first at the sign-in', () => {
    expect(people.remove(ada, null)).toMatchObject({ ok: true });
    expect(rotas.aloneHere()).toEqual([]);
    expect([...rotas.onRota().today]).toEqual([ben]);
  });

  it('takes no ordinary week whose nights reach into a day that is planned by itself, or begin before it is over, and says which day that is', () => {
    const line = { staff: ada, station: desk.station.id, alone: false };
    const [night, early] = [{ ...line, from: '22:00', to: '06:00' }, { ...line, from: '05:00', to: '09:00' }];
    const refusal = (field: string, message: string) => ({ ok: false, error: { type: 'InputInvalid', field, message } });
    // The 2nd of December 2026 is a Wednesday.
    expect(rotas.saveDay({ date: '2026-12-02', shifts: [early, { ...line, from: '21:00', to: '05:00' }] }, null)).toMatchObject({ ok: true });
    const before = rotas.rota();
    expect(rotas.saveWeek([{ ...early, day: 1 }, { ...night, day: 2 }], null)).toMatchObject(refusal('shifts.1.to', 'Line 1 is not over when the shift of Ada Lovelace of 2026-12-02 begins.'));
    expect(rotas.saveWeek([{ ...early, day: 4, from: '04:00' }], null)).toMatchObject(refusal('shifts.0.from', 'Line 1 begins before the shift of Ada Lovelace of 2026-12-02 is over.'));
    expect(rotas.rota()).toEqual(before);
    expect(rotas.saveWeek([{ ...early, day: 4 }, { ...night, day: 3 }], null)).toMatchObject({ ok: false });
    expect(rotas.saveWeek([{ ...early, day: 4 }, { ...night, day: 1 }], null)).toMatchObject({ ok: true });
    clock.set(new Date(2026, 11, 3, 10).getTime());
    expect(rotas.saveWeek([{ ...night, day: 2 }], null)).toMatchObject({ ok: true });
  });

  it('takes no night that reaches into a shift of the same person the next day: of the week, from Sunday to Monday, and of single days', () => {
    const line = { staff: ada, station: desk.station.id, alone: false };
    const [night, early] = [{ ...line, from: '22:00', to: '06:00' }, { ...line, from: '05:00', to: '09:00' }];
    expect(rotas.saveWeek([{ ...early, day: 1 }, { ...night, day: 7 }], null)).toMatchObject({ ok: false, error: { type: 'InputInvalid', field: 'shifts.0.from' } });
    expect(rotas.saveWeek([{ ...night, day: 2 }], null)).toMatchObject({ ok: true });
    // The 1st of December 2026 is a Tuesday.
    expect(rotas.saveDay({ date: '2026-12-02', shifts: [early] }, null)).toMatchObject({ ok: false, error: { field: 'shifts.0.from' } });
    expect(rotas.saveDay({ date: '2026-12-03', shifts: [early] }, null)).toMatchObject({ ok: true });
    expect(rotas.saveDay({ date: '2026-12-02', shifts: [night] }, null)).toMatchObject({ ok: false, error: { field: 'shifts.0.to' } });
  });

  it('says at midnight that there is another one', () => {
    let told = 0;
    changes.on(['rota'], () => (told += 1));
    rotas.tick();
    clock.set(new Date(2026, 11, 1, 0, 0, 1).getTime());
    rotas.tick();
    rotas.tick();
    expect(told).toBe(1);
  });
});
