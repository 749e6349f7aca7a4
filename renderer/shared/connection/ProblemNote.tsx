import { Text } from '@mantine/core';
import type { Problem } from '../../../main/contract/index.ts';
import classes from './ProblemNote.module.css';

/** What went wrong and what to do, beside the thing it belongs to. Renders nothing without a problem. */
export const ProblemNote = ({ problem, id }: { readonly problem: Problem | null; readonly id?: string }) =>
  problem === null ? null : (
    <div role="alert" id={id} className={classes.note}>
      <Text fw={600} size="sm">
        {problem.message}
      </Text>
      <Text size="sm">{problem.remedy}</Text>
    </div>
  );
