import { describe, expect, it } from 'vitest';
import { incidentReportSchema } from '../../../main/contract/incident.ts';
import { doubtsOfMoments, flawsOfMoments } from '../../../main/contract/reportMoments.ts';

/** The clock on the wall, whatever the time zone of the machine. */
const now = new Date(2026, 10, 30, 10, 30).getTime();
const minutes = (later: number): string => new Date(now + later * 60_000).toISOString();
const reportOf = (report: object) => incidentReportSchema.parse({ title: 'Raised voice', ...report });
const flaws = (report: object, at = now) => flawsOfMoments(reportOf(report), at).map(({ kind, path }) => [kind, path]);
const doubts = (report: object) => doubtsOfMoments(reportOf(report), now).map(({ kind, path }) => [kind, path]);

describe('the times of a report', () => {
  it('lie behind, give or take what clocks differ by', () => {
    expect(flaws({})).toEqual([]);
    expect(flaws({ occurredAt: minutes(9), leftAt: minutes(10) })).toEqual([]);
    expect(flaws({ occurredAt: minutes(11), leftAt: minutes(60 * 24) })).toEqual([['not-yet-happened', 'occurredAt'], ['not-yet-left', 'leftAt']]);
  });

  it('are not judged by a clock whose battery is empty', () => {
    expect(flaws({ occurredAt: minutes(0) }, Date.UTC(2000, 0, 1))).toEqual([]);
  });

  it('are doubted where they are odd, and that is no flaw', () => {
    const odd = { occurredAt: minutes(-60 * 24 * 367), leftAt: minutes(-60 * 24 * 368) };
    expect(doubts(odd)).toEqual([['long-ago', 'occurredAt'], ['left-first', 'leftAt']]);
    expect(flaws(odd)).toEqual([]);
    expect(doubts({ occurredAt: minutes(-60 * 24 * 365), leftAt: minutes(0) })).toEqual([]);
  });

  it.each([
    ['25:10', [['no-time-of-day', 'calls.0.at']]],
    ['9.75', [['no-time-of-day', 'calls.0.at']]],
    ['10:41', [['call-ahead', 'calls.0.at']]],
    ['10:39', []],
    ['9.15', []],
    ['soon after', []],
    ['', []],
  ])('of a call today, at half past ten: "%s"', (at, expected) => expect(doubts({ occurredAt: minutes(-30), calls: [{ service: 'police', at }] })).toEqual(expected));

  it('of a call is held against the clock only on the day on which it happened', () => {
    const calls = [{ service: 'police', at: '23:00' }];
    expect(doubts({ calls })).toEqual([]);
    expect(doubts({ occurredAt: minutes(-60 * 24), calls })).toEqual([]);
  });
});
