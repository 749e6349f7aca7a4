import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FollowUp } from '../../main/contract/index.ts';
import { useWho } from '../incidents/useWho.ts';
import { dayInWords } from '../people/days.ts';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { goToFirstFlaw } from '../shared/fields/goToFirstFlaw.ts';
import { useMay } from '../shared/useSession.ts';
import { useRecordedTime } from '../shared/useRecordedTime.ts';
import { isOverdue } from './dueWords.ts';
import { FollowUpFields } from './FollowUpRows.tsx';
import classes from './Paperwork.module.css';
import { useReread } from './useReread.ts';

interface Props {
  readonly incident: string;
  readonly followUp: FollowUp;
  /** Where it stands apart from its record: the way there. */
  readonly children?: ReactNode;
}

/** One thing to do: who sees to it, by when, and what became of it. */
export const FollowUpLine = ({ incident, followUp, children }: Props) => {
  const { t } = useTranslation('paperwork');
  const recordedTime = useRecordedTime();
  const who = useWho();
  const mayWrite = useMay('write-records');
  const reread = useReread(incident);
  const [changing, setChanging] = useState(false);
  const named = { incident, followUp: followUp.id };
  const turn = useCommand((client) => (followUp.done ? client.incident.reopenFollowUp(named) : client.incident.finishFollowUp(named)));
  const { what, owner, due, done, history } = followUp;
  const day = due === null ? t('followUps.noDay') : t(isOverdue(followUp) ? 'followUps.overdue' : 'followUps.by', { day: dayInWords(due) });

  return (
    <li className={classes.item} data-done={done}>
      <p className={classes.words}>{what}</p>
      <p className={classes.meta}>
        {owner.name.trim() === '' ? t('followUps.nobody') : owner.name}, <span className={isOverdue(followUp) ? classes.late : undefined}>{day}</span>
      </p>
      {children}
      {history.map((change, index) => (
        <p key={index} className={classes.meta}>
          {t(`followUps.history.${change.what}`, { who: who(change), time: recordedTime(change.at) })}
          {change.note !== '' && ` — ${change.note}`}
        </p>
      ))}
      <ProblemNote problem={turn.problem} />
      {mayWrite && !changing && (
        <div className={classes.row}>
          <Button variant="default" loading={turn.busy} aria-label={t(done ? 'followUps.undo' : 'followUps.markDone', { what })} onClick={() => void turn.run().then(reread)}>
            {t(done ? 'followUps.notDone' : 'followUps.done')}
          </Button>
          {!done && (
            <Button variant="subtle" aria-label={t('followUps.reassign', { what })} onClick={() => setChanging(true)}>
              {t('followUps.change')}
            </Button>
          )}
        </div>
      )}
      {changing && <Reassign incident={incident} followUp={followUp} onEnd={() => setChanging(false)} />}
    </li>
  );
};

const Reassign = ({ incident, followUp, onEnd }: { readonly incident: string; readonly followUp: FollowUp; readonly onEnd: () => void }) => {
  const { t } = useTranslation('paperwork');
  const reread = useReread(incident);
  const [draft, setDraft] = useState({ what: followUp.what, owner: followUp.owner, due: followUp.due });
  const save = useCommand((client) => client.incident.reassignFollowUp({ incident, followUp: followUp.id, owner: draft.owner, due: draft.due }));
  return (
    <form
      className={classes.inline}
      aria-label={t('followUps.reassign', { what: followUp.what })}
      onSubmit={(event) => {
        event.preventDefault();
        if (goToFirstFlaw(event.currentTarget)) return;
        void save.run().then(({ ok }) => {
          if (!ok) return;
          reread();
          onEnd();
        });
      }}
    >
      <FollowUpFields followUp={draft} withWhat={false} onChange={setDraft} />
      <ProblemNote problem={save.problem} />
      <div className={classes.row}>
        <Button type="submit" loading={save.busy}>
          {t('followUps.save')}
        </Button>
        <Button variant="default" onClick={onEnd}>
          {t('followUps.cancel')}
        </Button>
      </div>
    </form>
  );
};
