import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RebuildProgress, Verification } from '../../main/contract/index.ts';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import type { DeskRow } from './deskRows.ts';
import { MadeAnew } from './MadeAnew.tsx';
import classes from './Readiness.module.css';

/** Walks through all events and says whether each still is what was written. Desks are named where they are known. */
export const CheckRecords = ({ desks, rebuilding }: { readonly desks: readonly DeskRow[]; readonly rebuilding: RebuildProgress | null }) => {
  const { t } = useTranslation('readiness');
  const [outcome, setOutcome] = useState<Verification | null>(null);
  const verify = useCommand((client) => client.site.verify());
  const check = async (): Promise<void> => {
    if (verify.busy) return;
    setOutcome(null);
    const checked = await verify.run();
    if (checked.ok) setOutcome(checked.value);
  };
  return (
    <section aria-labelledby="records" className={classes.check}>
      <h2 id="records" className={classes.heading}>
        {t('records.title')}
      </h2>
      <Text c="dimmed">{t('records.text')}</Text>
      <div>
        <Button variant="default" aria-disabled={verify.busy} onClick={() => void check()}>
          {t('records.check')}
        </Button>
      </div>
      <ProblemNote problem={verify.problem} />
      <div role="status">
        {verify.busy && <Text>{t('records.checking')}</Text>}
        {outcome?.ok === true && <Text fw={600}>{t('records.ok', { events: outcome.events, count: outcome.stations })}</Text>}
        {outcome?.ok === false && <Broken problems={outcome.problems} desks={desks} />}
      </div>
      <MadeAnew rebuilding={rebuilding} />
    </section>
  );
};

const Broken = ({ problems, desks }: Pick<Verification, 'problems'> & { readonly desks: readonly DeskRow[] }) => {
  const { t } = useTranslation('readiness');
  const nameOf = (origin: string): string => desks.find(({ id }) => id === origin)?.station ?? t('records.unknownDesk', { origin: origin.slice(0, 8) });
  return (
    <>
      <Text fw={600}>{t('records.broken', { count: problems.length })}</Text>
      <ul className={classes.problems}>
        {problems.map(({ origin, seq, subject, problem }, index) => {
          if (origin === null) return <li key={index}>{t('records.subjectProblem', { subject: subject ?? '', problem })}</li>;
          const desk = nameOf(origin);
          return <li key={index}>{seq === null ? t('records.chainProblem', { desk, problem }) : t('records.problem', { desk, seq, problem })}</li>;
        })}
      </ul>
    </>
  );
};
