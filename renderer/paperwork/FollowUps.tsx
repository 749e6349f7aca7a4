import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FollowUp } from '../../main/contract/index.ts';
import paper from '../incidents/Paper.module.css';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { goToFirstFlaw } from '../shared/fields/goToFirstFlaw.ts';
import { useMay } from '../shared/useSession.ts';
import { FollowUpLine } from './FollowUpLine.tsx';
import { emptyFollowUp, FollowUpFields } from './FollowUpRows.tsx';
import classes from './Paperwork.module.css';
import { useReread } from './useReread.ts';

/** What is to be done after one record; more can be added at any time. */
export const FollowUps = ({ incident, followUps }: { readonly incident: string; readonly followUps: readonly FollowUp[] }) => {
  const { t } = useTranslation('paperwork');
  const mayWrite = useMay('write-records');
  const [adding, setAdding] = useState(false);
  return (
    <section className={paper.section}>
      <h3>{t('followUps.title')}</h3>
      {followUps.length === 0 && !adding && <Text c="dimmed">{t('followUps.none')}</Text>}
      <ul className={classes.list}>
        {followUps.map((followUp) => (
          <FollowUpLine key={followUp.id} incident={incident} followUp={followUp} />
        ))}
      </ul>
      {mayWrite && !adding && (
        <div>
          <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
            {t('followUps.add')}
          </Button>
        </div>
      )}
      {adding && <AddFollowUp incident={incident} onEnd={() => setAdding(false)} />}
    </section>
  );
};

const AddFollowUp = ({ incident, onEnd }: { readonly incident: string; readonly onEnd: () => void }) => {
  const { t } = useTranslation('paperwork');
  const reread = useReread(incident);
  const [draft, setDraft] = useState(emptyFollowUp);
  const add = useCommand((client) => client.incident.addFollowUp({ incident, ...draft }));
  return (
    <form
      className={classes.inline}
      aria-label={t('followUps.newTask')}
      onSubmit={(event) => {
        event.preventDefault();
        if (goToFirstFlaw(event.currentTarget)) return;
        void add.run().then(({ ok }) => {
          if (!ok) return;
          reread();
          onEnd();
        });
      }}
    >
      <FollowUpFields followUp={draft} onChange={setDraft} />
      <ProblemNote problem={add.problem} />
      <div className={classes.row}>
        <Button type="submit" loading={add.busy} disabled={draft.what.trim() === ''}>
          {t('followUps.add')}
        </Button>
        <Button variant="default" onClick={onEnd}>
          {t('followUps.cancel')}
        </Button>
      </div>
    </form>
  );
};
