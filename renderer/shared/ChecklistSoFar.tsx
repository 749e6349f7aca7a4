import { IconCheck, IconMessage2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Run } from '../../main/contract/index.ts';
import { checklistSoFar } from './checklistSoFar.ts';
import classes from './ChecklistSoFar.module.css';
import { useStation } from './connection/hooks.tsx';

interface Props {
  readonly runs: readonly Run[];
  /** Writes a moment: relative while it matters, absolute in records. */
  readonly time: (moment: string) => string;
}

/** What the desk's checklist says, with the time of each answer and step. For the private face: it shows the full wording. */
export const ChecklistSoFar = ({ runs, time }: Props) => {
  const client = useStation();
  const procedures = useQuery({ queryKey: ['procedures'], queryFn: ({ signal }) => client.procedure.list(undefined, { signal }) });
  const entries = runs.flatMap((run) => checklistSoFar(run, procedures.data ?? []).map((entry) => ({ ...entry, key: `${run.id} ${entry.id}` })));
  return (
    <ul className={classes.list}>
      {entries.map((entry) => (
        <li key={entry.key} className={classes.entry}>
          {entry.kind === 'tick' ? <IconCheck size={18} aria-hidden className={classes.sign} /> : <IconMessage2 size={18} aria-hidden className={classes.sign} />}
          <span>
            {entry.text}
            {entry.question !== null && <span className={classes.question}>{entry.question}</span>}
          </span>
          <time dateTime={entry.at} className={classes.time}>
            {time(entry.at)}
          </time>
        </li>
      ))}
    </ul>
  );
};
