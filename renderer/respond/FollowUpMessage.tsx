import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Alarm } from '../../main/contract/index.ts';
import { useCommand } from '../shared/connection/hooks.tsx';
import classes from './AlarmMessage.module.css';
import { PracticeMark } from './PracticeMark.tsx';

/** The public face of a call that was called off: it stays until somebody looked in. */
export const FollowUpMessage = ({ alarm }: { readonly alarm: Alarm }) => {
  const { t } = useTranslation('respond');
  const lookedIn = useCommand((client) => client.alarm.followUp({ alarm: alarm.id }));
  return (
    <div className={classes.line}>
      <p className={classes.text}>
        <PracticeMark kind={alarm.kind} />
        <strong>{t('message.followUp', { station: alarm.station })}</strong>
      </p>
      {/* A problem's own words belong to the private face. */}
      {lookedIn.problem !== null && <p role="status">{t('message.again')}</p>}
      <Button variant="default" loading={lookedIn.busy} onClick={() => void lookedIn.run()}>
        {t('message.lookedIn')}
      </Button>
    </div>
  );
};
