import { Bar, BarChart, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import classes from './Reports.module.css';

interface Props {
  readonly rows: readonly { readonly name: string; readonly now: number; readonly before: number }[];
  /** What the two kinds of bars are. */
  readonly now: string;
  readonly before: string;
}

const rowHeight = 52;

/** A pair of bars a row: now, and before. Its table says the same, so nobody has to see it. */
export const ComparedBars = ({ rows, now, before }: Props) => (
  <div className={classes.chart} aria-hidden>
    <p className={classes.legend}>
      <span data-bar="now">{now}</span>
      <span data-bar="before">{before}</span>
    </p>
    <ResponsiveContainer width="100%" height={rows.length * rowHeight + 16}>
      <BarChart layout="vertical" data={[...rows]} margin={{ top: 0, right: 40, bottom: 0, left: 0 }} barGap={2} accessibilityLayer={false}>
        <XAxis type="number" hide allowDecimals={false} domain={[0, 'dataMax']} />
        <YAxis type="category" dataKey="name" width={150} tickLine={false} axisLine={false} tick={{ fill: 'var(--mantine-color-text)', fontSize: 14 }} />
        <Bar dataKey="now" fill="var(--qb-chart-now)" isAnimationActive={false} barSize={18}>
          <LabelList dataKey="now" position="right" fill="var(--mantine-color-text)" fontSize={14} />
        </Bar>
        <Bar dataKey="before" fill="var(--qb-chart-before)" isAnimationActive={false} barSize={12}>
          <LabelList dataKey="before" position="right" fill="var(--mantine-color-dimmed)" fontSize={12} />
        </Bar>
      </BarChart>
    </ResponsiveContainer>
  </div>
);
