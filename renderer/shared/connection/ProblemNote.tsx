import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../main/contract/index.ts';
import { stationWords } from '../stationWords/stationWords.ts';
import classes from './ProblemNote.module.css';

/** What went wrong and what to do, beside the thing it belongs to. Renders nothing without a problem. */
export const ProblemNote = ({ problem, id }: { readonly problem: Problem | null; readonly id?: string }) => {
  // Another language comes to this note while it stands there, too.
  useTranslation();
  if (problem === null) return null;
  return (
    <div role="alert" id={id} className={classes.note}>
      <Text fw={600} size="sm">
        {stationWords(problem.message)}
      </Text>
      <Text size="sm">{stationWords(problem.remedy)}</Text>
    </div>
  );
};
