import type { AlarmKind, AlarmLevel, CloseReason } from '../../contract/alarm.ts';
import { callEndSchema, type CallEnd, type Report, type ReportQuery } from '../../contract/report.ts';
import { monthAt, monthsLater, startOfMonth } from './months.ts';
import { spreadOf } from './spread.ts';

/** Of a record: when and where, what. `kind`: of the call that it grew out of. */
export interface RecordFact {
  readonly happened: number;
  readonly place: string;
  readonly category: string | null;
  readonly kind: AlarmKind | null;
}

/** Of a call for help. All times are milliseconds since the epoch; null while nobody was that far. */
export interface CallFact {
  readonly raised: number;
  readonly kind: AlarmKind;
  readonly level: AlarmLevel;
  readonly end: CloseReason | null;
  readonly acknowledged: number | null;
  readonly arrived: number | null;
}

/** So many months are shown one after the other: a year, and the same month of the year before. */
const series = 13;

/** The months of a report: its period, the one before, and from when on facts are needed. */
export const monthsOf = ({ month, months }: ReportQuery) => {
  const from = monthsLater(month, 1 - months);
  const before = monthsLater(from, -months);
  const first = monthsLater(month, 1 - series);
  return { from, to: month, before, beforeTo: monthsLater(from, -1), first, earliest: before < first ? before : first, behind: monthsLater(month, 1) };
};

/** Facts outside of the months of the report are passed over. */
export const composeReport = (query: ReportQuery, allRecords: readonly RecordFact[], calls: readonly CallFact[]): Report => {
  const { from, to, before, beforeTo, first, behind } = monthsOf(query);
  const [start, end, beforeStart] = [startOfMonth(from), startOfMonth(behind), startOfMonth(before)];
  const records = allRecords.filter(({ kind }) => kind === null || kind === 'real');
  const within = <Fact>(facts: readonly Fact[], at: (fact: Fact) => number): Halves<Fact> => ({
    now: facts.filter((fact) => at(fact) >= start && at(fact) < end),
    before: facts.filter((fact) => at(fact) >= beforeStart && at(fact) < start),
  });
  const recordHalves = within(records, ({ happened }) => happened);
  const callHalves = (kind: AlarmKind) => within(calls.filter((call) => call.kind === kind), ({ raised }) => raised);
  const [real, drill] = [callHalves('real'), callHalves('drill')];
  const halvesByKind = { real, drill };
  return {
    period: { from, to },
    before: { from: before, to: beforeTo },
    records: sizes(recordHalves),
    calls: { real: sizes(real), drill: sizes(drill) },
    places: byValue(recordHalves, ({ place }) => place.trim(), (value) => value.toLowerCase()),
    categories: byValue(recordHalves, ({ category }) => category ?? ''),
    hours: hoursOf(recordHalves.now),
    levels: (['emergency', 'assist'] as const).map((value) => ({ value, ...counted(real, ({ level }) => level === value) })),
    ends: callEndSchema.options.filter((value) => value !== 'drill').map((value) => ({ value, ...counted(real, (call) => endOf(call) === value) })),
    response: (['real', 'drill'] as const).flatMap((kind) => (['acknowledged', 'arrived'] as const).map((step) => ({ kind, step, now: spreadOf(times(halvesByKind[kind].now, step)), before: spreadOf(times(halvesByKind[kind].before, step)) }))),
    months: Array.from({ length: series }, (_, index) => monthsLater(first, index)).map((month) => ({
      month,
      records: records.filter(({ happened }) => monthAt(happened) === month).length,
      calls: calls.filter(({ kind, raised }) => kind === 'real' && monthAt(raised) === month).length,
    })),
  };
};

interface Halves<Fact> {
  readonly now: readonly Fact[];
  readonly before: readonly Fact[];
}

const sizes = ({ now, before }: Halves<unknown>): { now: number; before: number } => ({ now: now.length, before: before.length });

const counted = <Fact>({ now, before }: Halves<Fact>, fits: (fact: Fact) => boolean) => sizes({ now: now.filter(fits), before: before.filter(fits) });

/** The most frequent first, those that say nothing last. What is one by its key is called as it was first. */
const byValue = <Fact>({ now, before }: Halves<Fact>, valueOf: (fact: Fact) => string, keyOf: (value: string) => string = (value) => value): { value: string; now: number; before: number }[] => {
  const rows = new Map<string, { value: string; now: number; before: number }>();
  for (const [half, facts] of [['now', now], ['before', before]] as const) {
    for (const fact of facts) {
      const value = valueOf(fact);
      const row = rows.get(keyOf(value)) ?? { value, now: 0, before: 0 };
      rows.set(keyOf(value), { ...row, [half]: row[half] + 1 });
    }
  }
  return [...rows.values()].toSorted((a, b) => Number(a.value === '') - Number(b.value === '') || b.now - a.now || b.before - a.before || (a.value < b.value ? -1 : 1));
};

const hoursOf = (records: readonly RecordFact[]): number[][] => {
  const hours = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
  for (const { happened } of records) {
    const date = new Date(happened);
    // Monday first.
    const row = hours[(date.getDay() + 6) % 7];
    if (row !== undefined) row[date.getHours()] = (row[date.getHours()] ?? 0) + 1;
  }
  return hours;
};

/** A real call that was closed as a drill is one that was resolved: there was nothing else to it. */
const endOf = ({ end }: CallFact): CallEnd => (end === null ? 'open' : end === 'drill' ? 'resolved' : end);

/** Seconds. Clocks of two desks may differ by a little: nobody answers before the press. */
const times = (calls: readonly CallFact[], step: 'acknowledged' | 'arrived'): readonly number[] => calls.flatMap((call) => (call[step] === null ? [] : [Math.max(0, call[step] - call.raised) / 1000]));
