import { useTranslation } from 'react-i18next';
import type { ReportCell, ReportFigures } from '../../main/contract/index.ts';
import { formatNumber } from '../shared/locale.ts';
import classes from './Reports.module.css';
import { SaveTable } from './SaveTable.tsx';

interface Props {
  readonly title: string;
  readonly table: ReportFigures;
  /** For the name of the file. */
  readonly period: string;
}

/** The figures behind a chart, to be read and to be taken along. */
export const ReportTable = ({ title, table, period }: Props) => (
  <div>
    <table className={classes.table} aria-label={title}>
      <thead>
        <tr>
          {table.columns.map((column, index) => (
            <th key={index} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, index) => (
          <tr key={index}>
            {row.map((cell, column) =>
              column === 0 ? (
                <th key={column} scope="row">
                  {textOf(cell)}
                </th>
              ) : (
                <Figure key={column} cell={cell} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
    <SaveTable title={title} table={table} period={period} />
  </div>
);

const Figure = ({ cell }: { readonly cell: ReportCell }) => {
  const { t } = useTranslation('reports');
  return (
    <td>
      {textOf(cell)}
      {cell.few === true && <span className={classes.few}>{t('few')}</span>}
    </td>
  );
};

const textOf = ({ value, shown }: ReportCell): string => shown ?? (typeof value === 'number' ? formatNumber(value) : (value ?? '–'));
