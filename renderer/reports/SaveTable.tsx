import { Button } from '@mantine/core';
import { IconTableExport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { headsOf } from '../../main/contract/index.ts';
import type { ReportFigures } from '../../main/contract/index.ts';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { saveFile } from '../shared/saveFile.ts';
import classes from './Reports.module.css';

interface Props {
  readonly title: string;
  readonly table: ReportFigures;
  /** For the name of the file. */
  readonly period: string;
}

/** Saves a table for a spreadsheet, as it is shown. */
export const SaveTable = ({ title, table, period }: Props) => {
  const { t } = useTranslation('reports');
  const csv = useCommand((client) => client.report.toCsv({ columns: [...headsOf(table)], rows: table.rows.map((row) => row.map(({ value }) => value)) }));
  const save = async (): Promise<void> => {
    const made = await csv.run();
    if (made.ok) saveFile(`${title}, ${period}.csv`, new Blob([made.value], { type: 'text/csv;charset=utf-8' }));
  };
  return (
    <div className={classes.save}>
      <ProblemNote problem={csv.problem} />
      <Button variant="subtle" mod="flush" leftSection={<IconTableExport size={18} aria-hidden />} aria-label={t('csvOf', { title })} loading={csv.busy} onClick={() => void save()}>
        {t('csv')}
      </Button>
    </div>
  );
};
