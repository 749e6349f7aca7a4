import { Bar, BarChart, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { formatNumber } from '../shared/locale.ts';
import classes from './Reports.module.css';

interface Props {
  /** Null: nothing to show a bar of. */
  readonly rows: readonly { readonly name: string; readonly now: number | null; readonly before: number | null }[];
  /** What the two kinds of bars are. */
  readonly now: string;
  readonly before: string;
  /** How a figure is written at its bar; a plain number unless told otherwise. */
  readonly say?: (figure: number) => string;
  /** Pixels for the names of the rows. */
  readonly nameWidth?: number;
}

/** Pixels of a row with a pair of bars, and with one. */
const rowHeight = { pair: 52, one: 40 } as const;

/** A pair of bars a row: now, and before where anything was. Its table says the same, so nobody has to see it. */
export const ComparedBars = ({ rows, now, before, say = formatNumber, nameWidth = 150 }: Props) => {
  const isCompared = rows.some((row) => row.before !== null && row.before > 0);
  const formatter = (figure: unknown): string => (typeof figure === 'number' ? say(figure) : '');
  return (
    <div className={classes.chart} aria-hidden>
      <p className={classes.legend}>
        <span data-bar="now">{now}</span>
        {isCompared && <span data-bar="before">{before}</span>}
      </p>
      <ResponsiveContainer width="100%" height={rows.length * rowHeight[isCompared ? 'pair' : 'one'] + 16}>
        <BarChart layout="vertical" data={[...rows]} margin={{ top: 0, right: 72, bottom: 0, left: 0 }} barGap={2} accessibilityLayer={false}>
          <XAxis type="number" hide allowDecimals={false} domain={[0, 'dataMax']} />
          <YAxis type="category" dataKey="name" width={nameWidth} tickLine={false} axisLine={false} tick={{ fill: 'var(--mantine-color-text)', fontSize: 14 }} />
          <Bar dataKey="now" fill="var(--qb-chart-now)" isAnimationActive={false} barSize={18}>
            <LabelList dataKey="now" position="right" fill="var(--mantine-color-text)" fontSize={14} formatter={formatter} />
          </Bar>
          {isCompared && (
            <Bar dataKey="before" fill="var(--qb-chart-before)" isAnimationActive={false} barSize={12}>
              <LabelList dataKey="before" position="right" fill="var(--mantine-color-dimmed)" fontSize={12} formatter={formatter} />
            </Bar>
          )}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
};
