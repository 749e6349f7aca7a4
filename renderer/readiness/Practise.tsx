import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import type { AlarmKind } from '../../main/contract/index.ts';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { useAlarms } from '../shared/useAlarms.ts';
import { useMay } from '../shared/useSession.ts';
import classes from './Readiness.module.css';

/** A drill or a test call from this desk, for whoever may practise: it takes the path of a real one, and who received it is shown as it comes in. */
export const Practise = () => {
  const { t } = useTranslation('readiness');
  const may = useMay('practise');
  const [asked, setAsked] = useState<Exclude<AlarmKind, 'real'> | null>(null);
  const [alarm, setAlarm] = useState<string | null>(null);
  const press = useCommand((client, kind: AlarmKind) => client.alarm.press({ id: v7(), level: 'assist', kind, source: 'command' }));
  if (!may) return null;
  const start = async (kind: Exclude<AlarmKind, 'real'>): Promise<void> => {
    const pressed = await press.run(kind);
    if (pressed.ok) setAlarm(pressed.value.alarm);
    setAsked(null);
  };
  return (
    <section aria-labelledby="practise" className={classes.check}>
      <h2 id="practise" className={classes.heading}>
        {t('practise.title')}
      </h2>
      <Text c="dimmed">{t('practise.text')}</Text>
      {asked === null ? (
        <div className={classes.alone}>
          <Button variant="default" onClick={() => setAsked('drill')}>
            {t('practise.drill')}
          </Button>
          <Button variant="default" onClick={() => setAsked('test')}>
            {t('practise.test')}
          </Button>
        </div>
      ) : (
        <div role="alertdialog" aria-label={t(`practise.${asked}`)} className={classes.alone}>
          <Text>{t(`practise.confirm.${asked}`)}</Text>
          <Button autoFocus variant="default" onClick={() => setAsked(null)}>
            {t('practise.leave')}
          </Button>
          <Button loading={press.busy} onClick={() => void start(asked)}>
            {t('practise.go')}
          </Button>
        </div>
      )}
      <ProblemNote problem={press.problem} />
      <div role="status">{alarm !== null && <Outcome alarm={alarm} />}</div>
    </section>
  );
};

const Outcome = ({ alarm: id }: { readonly alarm: string }) => {
  const { t } = useTranslation('readiness');
  const alarm = useAlarms()?.find((known) => known.id === id);
  if (alarm === undefined) return null;
  if (alarm.state === 'closed') return <Text fw={600}>{t('practise.over')}</Text>;
  return (
    <Text fw={600}>
      {alarm.receivedBy.length === 0 ? t('practise.out') : t('practise.receivedBy', { stations: alarm.receivedBy.join(', ') })} {alarm.acknowledgedBy.length > 0 && t('practise.coming', { stations: alarm.acknowledgedBy.join(', ') })}
    </Text>
  );
};
