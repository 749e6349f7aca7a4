import type { Report, Spread } from '../contract/report.ts';
import { comparedTable, isFew, responseUnits, signedChange, type ComparedRow, type ReportCell, type ReportFigures } from '../contract/reportTables.ts';
import type { Wording } from './wording.ts';

/** Two bars a row, the one beside what it is compared with. */
export interface Bars {
  readonly first: string;
  readonly second: string;
  readonly kind: 'compared' | 'monthly';
  readonly rows: readonly (readonly [number, number])[];
}

export interface ReportSection {
  /** For the name of a file. */
  readonly id: 'overview' | 'months' | 'places' | 'categories' | 'hours' | 'ends' | 'levels' | 'response';
  readonly title: string;
  readonly figures: ReportFigures;
  /** Beside the rows of the figures, in the same order. */
  readonly bars: Bars | null;
}

/** A report in the reader's words, table by table. `categories`: the site's names for them, by id. */
export const reportSections = (wording: Wording, report: Report, categories: Readonly<Record<string, string>>): readonly ReportSection[] => {
  const { report: own } = wording.words;
  const compared = (id: ReportSection['id'], { title, what }: { readonly title: string; readonly what: string }, rows: readonly ComparedRow[], nameOf: (value: string) => string = (value) => value): ReportSection => ({
    id,
    title,
    figures: comparedTable([what, own.now, own.before, own.change], rows, nameOf),
    bars: id === 'overview' ? null : { kind: 'compared', first: own.now, second: own.before, rows: rows.map(({ now, before }) => [now, before]) },
  });
  return [
    compared('overview', own.overview, [
      { value: own.overview.records, ...report.records },
      { value: own.overview.calls, ...report.calls.real },
      { value: own.overview.drills, ...report.calls.drill },
    ]),
    monthly(wording, report),
    compared('places', own.places, report.places, (value) => value || own.unknownPlace),
    compared('categories', own.categories, report.categories, (value) => (value === '' ? own.unknownCategory : (categories[value] ?? value))),
    hours(wording, report),
    compared('ends', own.ends, report.ends.map(({ value, ...counts }) => ({ value: own.ends.values[value], ...counts }))),
    compared('levels', own.levels, report.levels.map(({ value, ...counts }) => ({ value: own.levels.values[value], ...counts }))),
    response(wording, report),
  ];
};

/** The newest first. */
const monthly = ({ words, month }: Wording, { months }: Report): ReportSection => {
  const own = words.report.monthly;
  const against = (count: number, before: number | undefined): ReportCell => (before === undefined ? { value: null } : { value: count - before, shown: signedChange(count - before) });
  const rows = months
    .map(({ month: value, records, calls }, index) => [{ value: month(value) }, { value: records, few: isFew(records) }, against(records, months[index - 1]?.records), { value: calls, few: isFew(calls) }, against(calls, months[index - 1]?.calls)])
    .toReversed();
  return {
    id: 'months',
    title: own.title,
    figures: { columns: [own.month, own.records, own.recordsChange, own.calls, own.callsChange], rows },
    bars: { kind: 'monthly', first: own.records, second: own.calls, rows: months.map(({ records, calls }) => [records, calls] as const).toReversed() },
  };
};

const hours = ({ words, weekdays }: Wording, report: Report): ReportSection => ({
  id: 'hours',
  title: words.report.hours.title,
  figures: { columns: [words.report.hours.weekday, ...Array.from({ length: 24 }, (_, hour) => String(hour))], rows: report.hours.map((row, day) => [{ value: weekdays[day] ?? '' }, ...row.map((value) => ({ value }))]) },
  bars: null,
});

const response = ({ words, tenths }: Wording, report: Report): ReportSection => {
  const own = words.report.response;
  const long = (seconds: number): string => (seconds < 60 ? own.seconds(tenths(seconds)) : own.minutes(String(Math.floor(seconds / 60)), String(Math.round(seconds % 60))));
  const cell = (seconds: number | null, { count }: Spread): ReportCell => (seconds === null ? { value: null } : { value: Math.round(seconds * 10) / 10, shown: long(seconds), few: isFew(count) });
  return {
    id: 'response',
    title: own.title,
    figures: {
      columns: [own.what, own.count, own.median, own.p90, own.medianBefore, own.p90Before],
      units: responseUnits,
      rows: report.response.map(({ kind, step, now, before }) => [{ value: own.steps[step](own.kinds[kind]) }, { value: now.count }, cell(now.median, now), cell(now.p90, now), cell(before.median, before), cell(before.p90, before)]),
    },
    bars: { kind: 'compared', first: own.median, second: own.medianBefore, rows: report.response.map(({ now, before }) => [now.median ?? 0, before.median ?? 0]) },
  };
};
