import { Bar, BarChart, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import classes from './Reports.module.css';

interface Props {
  readonly rows: readonly { readonly name: string; readonly records: number; readonly calls: number }[];
  readonly records: string;
  readonly calls: string;
}

/** The months one after the other. Its table says the same. */
export const MonthBars = ({ rows, records, calls }: Props) => (
  <div className={classes.chart} aria-hidden>
    <p className={classes.legend}>
      <span data-bar="now">{records}</span>
      <span data-bar="calls">{calls}</span>
    </p>
    <ResponsiveContainer width="100%" height={260}>
      <BarChart data={[...rows]} margin={{ top: 20, right: 8, bottom: 0, left: 8 }} barGap={2} accessibilityLayer={false}>
        <XAxis dataKey="name" tickLine={false} interval={0} tick={{ fill: 'var(--mantine-color-text)', fontSize: 12 }} />
        <YAxis hide allowDecimals={false} />
        <Bar dataKey="records" fill="var(--qb-chart-now)" isAnimationActive={false}>
          <LabelList dataKey="records" position="top" fill="var(--mantine-color-text)" fontSize={12} />
        </Bar>
        <Bar dataKey="calls" fill="var(--qb-chart-calls)" isAnimationActive={false}>
          <LabelList dataKey="calls" position="top" fill="var(--mantine-color-text)" fontSize={12} />
        </Bar>
      </BarChart>
    </ResponsiveContainer>
  </div>
);
