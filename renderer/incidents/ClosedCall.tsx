import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Alarm } from '../../main/contract/index.ts';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { useMay } from '../shared/useSession.ts';
import { CallHead } from './CallHead.tsx';
import { CallTimeline } from './CallTimeline.tsx';
import classes from './Paper.module.css';
import { useOpenDraft } from './useOpenDraft.ts';

/** A call that is over and that nobody wrote up. */
export const ClosedCall = ({ alarm }: { readonly alarm: Alarm }) => {
  const { t } = useTranslation('incidents');
  const draft = useOpenDraft();
  const mayWrite = useMay('write-records');
  const lookedIn = useCommand((client) => client.alarm.followUp({ alarm: alarm.id }));
  return (
    <article className={classes.paper}>
      <CallHead alarm={alarm} title={t('call.unwrittenTitle', { station: alarm.station })} />
      {mayWrite && alarm.followUp === 'asked' && (
        <>
          <p className={classes.text}>{t('call.followUp')}</p>
          <ProblemNote problem={lookedIn.problem} />
          <div className={classes.buttons}>
            <Button variant="default" loading={lookedIn.busy} onClick={() => void lookedIn.run()}>
              {t('call.lookedIn')}
            </Button>
          </div>
        </>
      )}
      {mayWrite && (
        <>
          <p className={classes.text}>{t('call.unwrittenText')}</p>
          <ProblemNote problem={draft.problem} />
          <div className={classes.buttons}>
            <Button loading={draft.busy} onClick={() => void draft.open(alarm.id)}>
              {t('call.writeUp')}
            </Button>
          </div>
        </>
      )}
      <CallTimeline alarm={alarm} />
    </article>
  );
};
