import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { comparedTable, isFew, isWithoutCalls, responseUnits, signedChange, type Report, type ReportCell, type ReportFigures, type Spread } from '../../main/contract/index.ts';
import { useCategoryNames } from '../recordList/useCategoryNames.ts';
import { formatTenths, readersLocale } from '../shared/locale.ts';
import { ComparedBars } from './ComparedBars.tsx';
import { HourMap } from './HourMap.tsx';
import { longest } from './longest.ts';
import { MonthBars } from './MonthBars.tsx';
import classes from './Reports.module.css';
import { ReportTable } from './ReportTable.tsx';
import { SaveTable } from './SaveTable.tsx';

/** So many bars can be told apart at a glance. */
const mostBars = 8;

interface Props {
  readonly report: Report;
  readonly period: string;
  readonly monthName: (month: string, style: 'long' | 'short') => string;
}

/** Every chart with its table. */
export const ReportSections = ({ report, period, monthName }: Props) => {
  const { t } = useTranslation('reports');
  const categories = useCategoryNames();
  const placeName = (value: string): string => (value === '' ? t('unknownPlace') : value);
  const categoryName = (value: string): string => (value === '' ? t('unknownCategory') : (categories.get(value) ?? value));
  const headings = (what: string) => [what, t('now'), t('before'), t('change')] as const;
  const overview = [
    { value: t('overview.records'), ...report.records },
    { value: t('overview.calls'), ...report.calls.real },
    { value: t('overview.drills'), ...report.calls.drill },
  ];
  const same = (value: string): string => value;
  return (
    <>
      <Section title={t('overview.title')}>
        <ReportTable title={t('overview.title')} period={period} table={comparedTable(headings(t('overview.what')), overview, same)} />
      </Section>
      <Section title={t('monthly.title')}>
        <MonthBars records={t('monthly.records')} calls={t('monthly.calls')} rows={report.months.map(({ month, records, calls }) => ({ name: monthName(month, 'short'), records, calls }))} />
        <ReportTable title={t('monthly.title')} period={period} table={useMonthTable(report, monthName)} />
      </Section>
      <Compared title={t('places.title')} what={t('places.what')} rows={report.places} nameOf={placeName} period={period} />
      <Compared title={t('categories.title')} what={t('categories.what')} rows={report.categories} nameOf={categoryName} period={period} />
      <Hours report={report} period={period} />
      <Compared title={t('ends.title')} what={t('ends.what')} rows={report.ends.map(({ value, ...counts }) => ({ value: t(`ends.values.${value}`), ...counts }))} nameOf={same} period={period} />
      <Compared title={t('levels.title')} what={t('levels.what')} rows={report.levels.map(({ value, ...counts }) => ({ value: t(`levels.values.${value}`), ...counts }))} nameOf={same} period={period} />
      <Response report={report} period={period} />
    </>
  );
};

const Section = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className={classes.section}>
    <Title order={3} size="h4">
      {title}
    </Title>
    {children}
  </section>
);

interface ComparedProps {
  readonly title: string;
  readonly what: string;
  readonly rows: readonly { readonly value: string; readonly now: number; readonly before: number }[];
  readonly nameOf: (value: string) => string;
  readonly period: string;
}

const Compared = ({ title, what, rows, nameOf, period }: ComparedProps) => {
  const { t } = useTranslation('reports');
  const named = rows.map(({ value, ...counts }) => ({ value: nameOf(value), ...counts }));
  const isNothing = rows.every(({ now, before }) => now + before === 0);
  return (
    <Section title={title}>
      {isNothing ? (
        <Text c="dimmed">{t('none')}</Text>
      ) : (
        <div className={classes.beside}>
          <ComparedBars now={t('now')} before={t('before')} rows={longest(named, mostBars, t('others')).map(({ value, ...counts }) => ({ name: value, ...counts }))} />
          <ReportTable title={title} period={period} table={comparedTable([what, t('now'), t('before'), t('change')], named, (value) => value)} />
        </div>
      )}
    </Section>
  );
};

const Hours = ({ report: { hours }, period }: Pick<Props, 'report' | 'period'>) => {
  const { t } = useTranslation('reports');
  // 2 November 2026 is a Monday.
  const weekdays = hours.map((_, day) => new Intl.DateTimeFormat(readersLocale(), { weekday: 'long' }).format(new Date(2026, 10, 2 + day, 12)));
  const table: ReportFigures = { columns: [t('hours.weekday'), ...Array.from({ length: 24 }, (_, hour) => String(hour))], rows: hours.map((row, day) => [{ value: weekdays[day] ?? '' }, ...row.map((value) => ({ value }))]) };
  return (
    <Section title={t('hours.title')}>
      <Text c="dimmed">{t('hours.hint')}</Text>
      <HourMap title={t('hours.title')} weekday={t('hours.weekday')} weekdays={weekdays} hours={hours} />
      <SaveTable title={t('hours.title')} period={period} table={table} />
    </Section>
  );
};

const useMonthTable = ({ months }: Report, monthName: Props['monthName']): ReportFigures => {
  const { t } = useTranslation('reports');
  const against = (count: number, before: number | undefined): ReportCell => (before === undefined ? { value: null } : { value: count - before, shown: signedChange(count - before) });
  return {
    columns: [t('monthly.month'), t('monthly.records'), t('monthly.recordsChange'), t('monthly.calls'), t('monthly.callsChange')],
    rows: months
      .map(({ month, records, calls }, index) => [{ value: monthName(month, 'long') }, { value: records, few: isFew(records) }, against(records, months[index - 1]?.records), { value: calls, few: isFew(calls) }, against(calls, months[index - 1]?.calls)])
      .toReversed(),
  };
};

const Response = ({ report, period }: Pick<Props, 'report' | 'period'>) => {
  const { t } = useTranslation('reports');
  const long = (seconds: number): string => (seconds < 60 ? t('response.seconds', { seconds: formatTenths(seconds) }) : t('response.minutes', { minutes: Math.floor(seconds / 60), seconds: Math.round(seconds % 60) }));
  const cell = (seconds: number | null, { count }: Spread): ReportCell => (seconds === null ? { value: null } : { value: Math.round(seconds * 10) / 10, shown: long(seconds), few: isFew(count) });
  const rows = report.response.map(({ kind, step, now, before }) => ({ name: t(`response.steps.${step}`, { kind: t(`response.kinds.${kind}`) }), now, before }));
  const table: ReportFigures = {
    columns: [t('response.what'), t('response.count'), t('response.median'), t('response.p90'), t('response.medianBefore'), t('response.p90Before')],
    units: responseUnits,
    rows: rows.map(({ name, now, before }) => [{ value: name }, { value: now.count }, cell(now.median, now), cell(now.p90, now), cell(before.median, before), cell(before.p90, before)]),
  };
  return (
    <Section title={t('response.title')}>
      {isWithoutCalls(report) ? (
        <Text c="dimmed">{t('none')}</Text>
      ) : (
        <>
          <ComparedBars now={t('response.median')} before={t('response.medianBefore')} rows={rows.map(({ name, now, before }) => ({ name, now: now.median, before: before.median }))} say={long} nameWidth={280} />
          <ReportTable title={t('response.title')} period={period} table={table} />
        </>
      )}
    </Section>
  );
};
