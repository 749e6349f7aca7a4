import { describe, expect, it } from 'vitest';
import { backOff } from '../../../../main/core/plan/backOff.ts';
import { dueDeliveries, type DeliveryState } from '../../../../main/core/plan/dueDeliveries.ts';
import { alarmId, alarmOf, attempted, closed, desk, everyStation, names, office, children, planOf, raised, raisedAt, raisedToEmergency, received, acknowledged, underDuress, type Happening } from '../../../support/alarmStory.ts';

const mail = { id: 'mail', safeForDrills: false, from: [] };
const plan = planOf([{ after: 0, recipients: [{ to: 'everyone' }, { to: 'channel', channel: 'mail' }] }]);
const heard = received(office, 1);

/** What a station is to try so many seconds after the alarm. */
const due = (seconds: number, story: readonly Happening[], at = desk, rest: Partial<DeliveryState> = {}) =>
  dueDeliveries({
    document: plan,
    channels: [mail],
    alarm: alarmOf(...story),
    self: { id: at, name: names[at] ?? at },
    stations: everyStation,
    connected: everyStation,
    elapsed: seconds * 1000,
    followedFrom: 0,
    now: raisedAt + seconds * 1000,
    underWay: new Set(),
    notBefore: new Map(),
    ...rest,
  });
const occasions = (...args: Parameters<typeof due>) => due(...args).map(({ occasion }) => occasion);

describe('word of an alarm to a channel', () => {
  it('is tried at once by the station that raised it, under a name that every station gives it', () => {
    expect(due(0, [raised()])).toEqual([{ message: `${alarmId}/mail/raised`, channel: 'mail', occasion: 'raised', attempt: 1, at: 0 }]);
    expect(due(8, [raised(), heard], office)[0]?.message).toBe(`${alarmId}/mail/raised`);
  });

  it('is taken over by the next station after 8 s without success, and by the one after that after 8 more', () => {
    expect([7.9, 8].map((seconds) => due(seconds, [raised(), heard], office).length)).toEqual([0, 1]);
    expect([15.9, 16].map((seconds) => due(seconds, [raised(), heard], children).length)).toEqual([0, 1]);
  });

  it('that should have gone out long before a station was there waits until it can have heard of that', () => {
    const late = { followedFrom: 60_000 };
    expect([60, 67.9, 68].map((seconds) => due(seconds, [raised(), heard], desk, late).length)).toEqual([0, 0, 1]);
    expect([68, 76].map((seconds) => due(seconds, [raised(), heard], office, late).length)).toEqual([0, 1]);
    expect(due(60, [raised()], desk, { ...late, stations: new Set([desk]) })).toHaveLength(1);
    expect(due(3, [raised()], desk, { followedFrom: 3_000 })).toHaveLength(1);
  });

  it('is not kept waiting for the turn of a station that is not there, but for the one that raised it', () => {
    const onlyChildren = { connected: new Set<string>() };
    expect([7.9, 8].map((seconds) => due(seconds, [raised(), heard], children, onlyChildren).length)).toEqual([0, 1]);
  });

  it('is nobody’s business any more once one station got it through', () => {
    const through = [raised(), attempted(office, 9, { outcome: 'received' })];
    for (const station of everyStation) expect(due(500, through, station)).toEqual([]);
  });

  it('is tried only by stations that may use the channel, best first, though the one that raised it goes before', () => {
    const from = { ...mail, from: [children, office] };
    const counts = (seconds: number, channels = [from]) => [desk, office, children].map((station) => due(seconds, [raised(), heard], station, { channels }).length);
    expect(counts(0)).toEqual([0, 0, 1]);
    expect(counts(8)).toEqual([0, 1, 1]);
    expect(counts(0, [{ ...mail, from: [children, desk] }])).toEqual([1, 0, 0]);
  });

  it('is tried again after a while that doubles, differs from station to station, and ends at two minutes', () => {
    const failing = [raised(), attempted(desk, 1, { attempt: 1 }), attempted(desk, 4, { attempt: 2 })];
    const pause = backOff(`${alarmId}/mail/raised/${desk}`, 2, 120_000) / 1000;
    expect([4 + pause - 0.01, 4 + pause].map((seconds) => due(seconds, failing).map(({ attempt }) => attempt))).toEqual([[], [3]]);
    for (const attempts of [1, 2, 5, 9, 40]) {
      const middle = Math.min(2_000 * 2 ** (attempts - 1), 120_000);
      const pauses = [desk, office, children].map((station) => backOff(station, attempts, 120_000));
      for (const each of pauses) expect(Math.abs(each - middle)).toBeLessThanOrEqual(middle / 4);
      expect(new Set(pauses).size).toBe(3);
    }
  });

  it('is tried again when the other end said so, where it did', () => {
    const notBefore = new Map([[`${alarmId}/mail/raised`, raisedAt + 60_000]]);
    expect([59, 60].map((seconds) => due(seconds, [raised(), attempted(desk, 1)], desk, { notBefore }).length)).toEqual([0, 1]);
  });

  /** The tries of each of some stations within so many hours in which nothing gets through, look by look. */
  const triesInVain = (hours: number, every: number, stations: readonly string[], notBefore: (now: number) => number | null = () => null): readonly number[] => {
    const begun = alarmOf(raised(), heard);
    let attempts = begun.attempts;
    for (let seconds = 0; seconds < hours * 3600; seconds += every) {
      const now = raisedAt + seconds * 1000;
      for (const at of stations) {
        const asked = notBefore(now);
        const state = { alarm: { ...begun, attempts }, notBefore: new Map(asked === null ? [] : [[`${alarmId}/mail/raised`, asked]]), stations: new Set(stations), connected: new Set(stations) };
        for (const { channel, occasion, attempt } of due(seconds, [raised()], at, state)) attempts = [...attempts, { channel, occasion, attempt, outcome: 'failed', answer: '', startedAt: new Date(now).toISOString(), duration: 0, station: names[at] ?? at }];
      }
    }
    return stations.map((at) => attempts.filter(({ station }) => station === (names[at] ?? at)).length);
  };

  it('is tried at least every quarter of an hour for as long as the alarm is open, and not a thousand times over a weekend', () => {
    const [weekend = 0] = triesInVain(60, 60, [desk]);
    expect(weekend).toBeGreaterThan(200);
    expect(weekend).toBeLessThan(300);
  });

  it('is tried by ten stations that all fail less often than by each of them alone', () => {
    const [first = 0, ...others] = triesInVain(24, 30, [desk, ...['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((digit) => digit.repeat(32))]);
    expect(first).toBeGreaterThan(100);
    for (const other of others) expect(other).toBeLessThan(first / 2);
    expect(Math.min(...others)).toBeGreaterThan(20);
  });

  it('is not tried without a pause for ever by an other end that says "at once" each time, nor kept waiting by one that says "tomorrow"', () => {
    const [tries = 0] = triesInVain(1, 1, [desk], (now) => now);
    expect(tries).toBeGreaterThan(20);
    expect(tries).toBeLessThan(45);
    const tomorrow = new Map([[`${alarmId}/mail/raised`, raisedAt + 24 * 3_600_000]]);
    expect([120, 121].map((seconds) => due(seconds, [raised(), attempted(desk, 1)], desk, { notBefore: tomorrow }).length)).toEqual([0, 1]);
  });

  it('is not tried twice at the same time', () => {
    expect(due(0, [raised()], desk, { underWay: new Set([`${alarmId}/mail/raised`]) })).toEqual([]);
  });

  it('that it has become an emergency does not wait for the first word, which may hang', () => {
    expect(occasions(12, [raised(), raisedToEmergency(10)], desk, { underWay: new Set([`${alarmId}/mail/raised`]) })).toEqual(['raised-to-emergency']);
  });

  it('goes on being tried after an acknowledgement, and after the clock was set back', () => {
    expect(occasions(60, [raised(), attempted(desk, 1), acknowledged(office, 3)])).toEqual(['raised']);
    expect(due(5, [raised(), attempted(desk, 5000)], desk)).toHaveLength(1);
  });

  it('tells what is newest: emergency, duress, the end', () => {
    const got = (occasion: 'raised' | 'raised-to-emergency' | 'duress', seconds: number) => attempted(desk, seconds, { occasion, outcome: 'received' });
    const story = [raised(), got('raised', 1), raisedToEmergency(10), got('raised-to-emergency', 11), underDuress(20), got('duress', 21)];
    expect([2, 4, 5, 6].map((count) => occasions(60, story.slice(0, count)))).toEqual([[], [], ['duress'], []]);
    expect(occasions(10, story.slice(0, 3))).toEqual(['raised-to-emergency']);
    expect(occasions(60, [raised(), got('raised', 1), closed(office, 30)])).toEqual(['closed']);
  });

  it('tells of an emergency once when the first word had not got out before', () => {
    expect(occasions(12, [raised(), attempted(desk, 1), raisedToEmergency(10)])).toEqual(['raised-to-emergency']);
    expect(occasions(12, [raised({ level: 'emergency' })])).toEqual(['raised']);
  });

  it('tells the end only where the beginning was told, and for an hour', () => {
    expect(occasions(60, [raised(), attempted(desk, 1), closed(office, 30)])).toEqual([]);
    const told = [raised(), attempted(desk, 1, { outcome: 'received' }), closed(office, 30)];
    expect([3_630, 3_631].map((seconds) => occasions(seconds, told))).toEqual([['closed'], []]);
  });

  it('never tells an end under duress', () => {
    expect(occasions(60, [raised(), attempted(desk, 1, { outcome: 'received' }), underDuress(20)])).toEqual(['duress']);
  });
});

describe('a drill or a test', () => {
  it.each(['drill', 'test'] as const)('never goes to a channel that is not marked safe for drills (%s)', (kind) => {
    expect(due(500, [raised({ kind })])).toEqual([]);
    expect(due(0, [raised({ kind })], desk, { channels: [{ ...mail, safeForDrills: true }] })).toHaveLength(1);
  });
});
