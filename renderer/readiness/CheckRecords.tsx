import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Verification } from '../../main/contract/index.ts';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import classes from './Readiness.module.css';

/** Walks through all events and says whether each still is what was written. */
export const CheckRecords = () => {
  const { t } = useTranslation('readiness');
  const [outcome, setOutcome] = useState<Verification | null>(null);
  const verify = useCommand((client) => client.site.verify());
  const check = async (): Promise<void> => {
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
        <Button variant="default" loading={verify.busy} onClick={() => void check()}>
          {t('records.check')}
        </Button>
      </div>
      <ProblemNote problem={verify.problem} />
      <div role="status">
        {outcome?.ok === true && <Text fw={600}>{t('records.ok', { events: outcome.events, stations: outcome.stations })}</Text>}
        {outcome?.ok === false && <Broken problems={outcome.problems} />}
      </div>
    </section>
  );
};

const Broken = ({ problems }: Pick<Verification, 'problems'>) => {
  const { t } = useTranslation('readiness');
  return (
    <>
      <Text fw={600}>{t('records.broken', { count: problems.length })}</Text>
      <ul>
        {problems.map(({ origin, seq, problem }, index) => (
          <li key={index}>{seq === null ? t('records.chainProblem', { origin: origin.slice(0, 8), problem }) : t('records.problem', { origin: origin.slice(0, 8), seq, problem })}</li>
        ))}
      </ul>
    </>
  );
};
