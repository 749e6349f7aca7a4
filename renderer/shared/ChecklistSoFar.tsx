import { IconCheck, IconEye, IconMessage2 } from '@tabler/icons-react';
import type { Run } from '../../main/contract/index.ts';
import { checklistSoFar } from './checklistSoFar.ts';
import classes from './ChecklistSoFar.module.css';
import { useProcedureOf } from './useProcedures.ts';

interface Props {
  readonly runs: readonly Run[];
  /** Writes a moment: relative while it matters, absolute in records. */
  readonly time: (moment: string) => string;
}

/** What the desk's checklist says, with the time of each answer and step. For the private face: it shows the full wording. */
export const ChecklistSoFar = ({ runs, time }: Props) => {
  const procedureOf = useProcedureOf(runs);
  const entries = runs.flatMap((run) => checklistSoFar(run, procedureOf(run)).map((entry) => ({ ...entry, key: `${run.id} ${entry.id}` })));
  return (
    <ul className={classes.list}>
      {entries.map((entry) => (
        <li key={entry.key} className={classes.entry}>
          <Sign kind={entry.kind} />
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

const signs = { tick: IconCheck, cue: IconEye, answer: IconMessage2 } as const;

const Sign = ({ kind }: { readonly kind: keyof typeof signs }) => {
  const Icon = signs[kind];
  return <Icon size={18} aria-hidden className={classes.sign} />;
};
