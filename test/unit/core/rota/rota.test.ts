import { describe, expect, it } from 'vitest';
import type { Rota, Shift } from '../../../../main/contract/index.ts';
import { rotaSwitch } from '../../../../main/core/alone/checkIns.ts';
import type { Event } from '../../../../main/core/event/catalogue.ts';
import { isWithin } from '../../../../main/core/plan/weekly.ts';
import { boardNames } from '../../../../main/core/rota/boardNames.ts';
import { checkShifts } from '../../../../main/core/rota/checkRota.ts';
import { foldRota } from '../../../../main/core/rota/foldRota.ts';
import { aloneSpans, dateOf, shiftsOn } from '../../../../main/core/rota/onRota.ts';

const [desk, office] = ['d'.repeat(32), 'e'.repeat(32)] as const;
const ada = '00000000-0000-7000-8000-00000000000a';
const ben = '00000000-0000-7000-8000-00000000000b';
const shift = (changes: Partial<Shift> = {}): Shift => ({ from: '09:00', to: '13:00', staff: ada, station: desk, alone: false, ...changes });
/** The clock on the wall, whatever the time zone of the machine. The 30th of November 2026 is a Monday. */
const at = (day: number, hour: number, minute = 0): number => new Date(2026, 10, day, hour, minute).getTime();
const rota = (changes: Partial<Rota> = {}): Rota => ({ week: [{ ...shift(), day: 1 }, { ...shift({ staff: ben, from: '13:00', to: '17:00', alone: true }), day: 1 }], days: [], ...changes });

describe('the rota', () => {
  it('of a day is its weekday’s, by time, unless the day has one of its own; none at all is a rota too', () => {
    expect(shiftsOn(rota(), dateOf(at(30, 8))).map(({ staff }) => staff)).toEqual([ada, ben]);
    expect(shiftsOn(rota({ days: [{ date: '2026-11-30', shifts: [shift({ staff: ben })] }] }), dateOf(at(30, 8))).map(({ staff }) => staff)).toEqual([ben]);
    expect(shiftsOn(rota({ days: [{ date: '2026-11-30', shifts: [] }] }), dateOf(at(30, 8)))).toEqual([]);
    expect(shiftsOn(rota(), dateOf(at(30, 8), 1))).toEqual([]);
  });

  it('switches working alone on and off at the desk whose shift says so, and at no other', () => {
    const spans = (now: number, station: string = desk) => aloneSpans(rota(), station, () => true, now);
    expect(isWithin(spans(at(30, 12, 59)), at(30, 12, 59))).toBe(false);
    expect(rotaSwitch(spans(at(30, 13)), false, null, at(30, 13))).toBe('begin');
    expect(rotaSwitch(spans(at(30, 17)), true, at(30, 13), at(30, 17))).toBe('end');
    expect(spans(at(30, 14), office)).toEqual([]);
    expect(aloneSpans(rota(), desk, (staff) => staff !== ben, at(30, 14))).toEqual([]);
  });

  it('a day of its own is followed, not its weekday: nobody is alone who is not there', () => {
    const away = rota({ days: [{ date: '2026-11-30', shifts: [] }] });
    expect(isWithin(aloneSpans(away, desk, () => true, at(30, 14)), at(30, 14))).toBe(false);
    const over = rota({ days: [{ date: '2026-11-29', shifts: [shift({ from: '22:00', to: '06:00', alone: true })] }] });
    expect(isWithin(aloneSpans(over, desk, () => true, at(30, 5)), at(30, 5))).toBe(true);
    expect(isWithin(aloneSpans(over, desk, () => true, at(30, 7)), at(30, 7))).toBe(false);
  });

  it('keeps what two people change at once: the week and each day are changed by themselves', () => {
    const origin = desk;
    const by = { station: 'Desk 1', staff: null };
    const events: readonly Event[] = [
      { origin, seq: 1, wall: 1, counter: 0, kind: 'RotaWeekChanged', subject: 'rota/site', body: { shifts: rota().week, ...by } },
      { origin, seq: 2, wall: 2, counter: 0, kind: 'RotaDayChanged', subject: 'rota/site', body: { date: '2026-12-24', shifts: [], ...by } },
      { origin, seq: 3, wall: 3, counter: 0, kind: 'RotaDayChanged', subject: 'rota/site', body: { date: '2026-12-01', shifts: [shift()], ...by } },
      { origin, seq: 4, wall: 4, counter: 0, kind: 'RotaWeekChanged', subject: 'rota/site', body: { shifts: [], ...by } },
      { origin, seq: 5, wall: 5, counter: 0, kind: 'RotaDayChanged', subject: 'rota/site', body: { date: '2026-12-24', shifts: null, ...by } },
    ];
    expect(foldRota(events.slice(0, 3)).days.map(({ date }) => date)).toEqual(['2026-12-01', '2026-12-24']);
    expect(foldRota(events)).toEqual({ week: [], days: [{ date: '2026-12-01', shifts: [shift()] }] });
  });
});

describe('a shift', () => {
  const facts = { peopleById: new Map([[ada, 'Ada'], [ben, 'Ben']]), stationsById: new Map([[desk, 'Desk 1'], [office, 'Office']]) };
  const check = (...shifts: readonly Shift[]) => checkShifts(shifts.map((each, index) => ({ ...each, index })), facts);

  it('is of somebody and some desk that are there', () => {
    expect(check(shift())).toBeNull();
    expect(check(shift({ staff: '00000000-0000-7000-8000-00000000000c' }))).toMatchObject({ index: 0, field: 'staff' });
    expect(check(shift(), shift({ staff: ben, station: 'f'.repeat(32) }))).toMatchObject({ index: 1, field: 'station' });
  });

  it('is not at the same time as another one of the same person; one after the other is', () => {
    expect(check(shift(), shift({ station: office, from: '12:00', to: '15:00' }))).toMatchObject({ index: 1, field: 'from', message: 'Lines 1 and 2 have Ada at two desks at once' });
    expect(check(shift(), shift({ station: office, from: '13:00', to: '15:00' }))).toBeNull();
    expect(check(shift(), shift({ station: office, staff: ben }))).toBeNull();
    expect(check(shift({ from: '20:00', to: '04:00' }), shift({ station: office, from: '23:00', to: '23:30' }))).toMatchObject({ index: 1 });
  });

  it('past midnight is held against the next day’s and the day before’s of the same person', () => {
    const night = shift({ from: '22:00', to: '06:00' });
    const beside = (own: Shift, { before = [], after = [] }: { before?: readonly Shift[]; after?: readonly Shift[] }) => checkShifts([{ ...own, index: 4 }], facts, { before, after });
    expect(beside(shift({ from: '05:00' }), { before: [night] })).toMatchObject({ index: 4, field: 'from', message: 'Line 1 begins before the shift of Ada of the day before is over' });
    expect(beside(night, { after: [shift({ station: office, from: '05:30' })] })).toMatchObject({ index: 4, field: 'to', message: 'Line 1 is not over when the shift of Ada of the next day begins' });
    expect(beside(shift({ from: '06:00' }), { before: [night], after: [night] })).toBeNull();
    expect(beside(shift({ from: '05:00' }), { before: [{ ...night, staff: ben }] })).toBeNull();
  });
});

describe('names on the noticeboard', () => {
  const people = [{ id: '1', name: 'Ada Lovelace' }, { id: '2', name: 'Ada Yonath' }, { id: '3', name: 'Ben' }, { id: '4', name: 'Cy Young' }];

  it('are first names, with a letter more where two people share one, or full names', () => {
    expect([...boardNames(people, 'first').values()]).toEqual(['Ada L.', 'Ada Y.', 'Ben', 'Cy']);
    expect([...boardNames(people, 'full').values()]).toEqual(people.map(({ name }) => name));
  });
});
