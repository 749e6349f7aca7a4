import { Button, NativeSelect, Text, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fewInReport, isEmptyReport, type MadeFile, type ReportQuery } from '../../main/contract/index.ts';
import { SavePdf } from '../exports/SavePdf.tsx';
import { useStation } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { problemOf } from '../shared/connection/problems.ts';
import { readersLocale } from '../shared/locale.ts';
import classes from './Reports.module.css';
import { ReportSections } from './ReportSections.tsx';
import { monthChoices } from './monthChoices.ts';

const lengths = [1, 3, 12] as const;

/** The report of some months, beside those before them. */
export const Reports = () => {
  const { t } = useTranslation('reports');
  const client = useStation();
  const [choices] = useState(() => monthChoices(new Date()));
  const [query, setQuery] = useState<ReportQuery>({ month: choices[0] ?? '', months: 1 });
  const report = useQuery({ queryKey: ['report', query], queryFn: ({ signal }) => client.report.get(query, { signal }), placeholderData: keepPreviousData, staleTime: 0 });
  const spanOf = ({ from, to }: { readonly from: string; readonly to: string }): string => (from === to ? monthName(from, 'long') : t('heading', { from: monthName(from, 'long'), to: monthName(to, 'long') }));
  const period = report.data === undefined ? '' : spanOf(report.data.period);
  return (
    <div className={classes.page} data-report>
      <div className={classes.choices}>
        <NativeSelect label={t('months')} value={String(query.months)} data={lengths.map((value) => ({ value: String(value), label: t(`lengths.${value}`) }))} onChange={(event) => setQuery({ ...query, months: lengths.find((value) => String(value) === event.currentTarget.value) ?? 1 })} />
        <NativeSelect label={t('month')} value={query.month} data={choices.map((value) => ({ value, label: monthName(value, 'long') }))} onChange={(event) => setQuery({ ...query, month: event.currentTarget.value })} />
        <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
          {t('print')}
        </Button>
        <SavePdf make={async (station, language) => onlyFile(await station.report.files({ ...query, format: 'pdf', language }))} />
      </div>
      <ProblemNote problem={problemOf(report.error)} />
      {report.isPending && <Text c="dimmed">{t('loading')}</Text>}
      {report.data !== undefined && (
        <>
          <div className={classes.intro}>
            <Title order={2}>{period}</Title>
            <Text c="dimmed">{t('compared', { before: spanOf(report.data.before) })}</Text>
            <Text>{t('explanation')}</Text>
            <Text c="dimmed" size="sm">
              {t('fewHint', { count: fewInReport })}
            </Text>
          </div>
          {isEmptyReport(report.data) ? (
            <div>
              <Text role="status">{t('empty')}</Text>
              <Text c="dimmed">{t('emptyHint')}</Text>
            </div>
          ) : (
            <ReportSections report={report.data} period={period} monthName={monthName} />
          )}
        </>
      )}
    </div>
  );
};

const onlyFile = ([file]: readonly MadeFile[]): MadeFile => {
  if (file === undefined) throw new Error('The station made no file');
  return file;
};

/** "November 2026", or "Nov 26". */
const monthName = (month: string, style: 'long' | 'short'): string => new Intl.DateTimeFormat(readersLocale(), { month: style, year: style === 'long' ? 'numeric' : '2-digit' }).format(new Date(`${month}-15T12:00:00`));
