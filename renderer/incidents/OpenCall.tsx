import { Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Alarm } from '../../main/contract/index.ts';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { useMay } from '../shared/useSession.ts';
import { CallHead } from './CallHead.tsx';
import { CallTimeline } from './CallTimeline.tsx';
import classes from './Paper.module.css';

/** A call that is open now. At the desk that called it is closed with the PIN of whoever is signed in; anybody may stand beside that person. */
export const OpenCall = ({ alarm, own }: { readonly alarm: Alarm; readonly own: boolean }) => {
  const { t } = useTranslation('incidents');
  const mayClose = useMay('write-records');
  const [pin, setPin] = useState('');
  const close = useCommand((client) => client.alarm.close({ alarm: alarm.id, reason: alarm.kind === 'real' ? 'resolved' : 'drill', ...(own ? { pin } : {}) }));
  return (
    <article className={classes.paper}>
      <CallHead alarm={alarm} title={t('call.openTitle', { station: alarm.station })} />
      <CallTimeline alarm={alarm} />
      {mayClose && (
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            setPin('');
            void close.run();
          }}
        >
          {own && (
            <PasswordInput
              label={t('call.closePin')}
              description={t('call.closePinHint')}
              inputMode="numeric"
              autoComplete="off"
              value={pin}
              visibilityToggleButtonProps={{ 'aria-hidden': true, tabIndex: -1 }}
              onChange={(event) => setPin(event.currentTarget.value)}
            />
          )}
          <ProblemNote problem={close.problem} />
          <div className={classes.buttons}>
            <Button type="submit" loading={close.busy} disabled={own && pin === ''}>
              {t('call.close')}
            </Button>
          </div>
        </form>
      )}
    </article>
  );
};
