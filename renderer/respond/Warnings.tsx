import { IconHandStop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Alarm } from '../../main/contract/index.ts';
import { useNow } from '../shared/useNow.ts';
import classes from './Warnings.module.css';

/** What whoever answers must know before anything else. Where all goes as it should it says nothing. */
export const Warnings = ({ alarm }: { readonly alarm: Alarm }) => {
  const { t } = useTranslation('respond');
  const asking = alarm.acknowledgements.length === 0;
  return (
    <div role="status" className={classes.warnings}>
      {alarm.duress && (
        <div className={classes.duress}>
          <IconHandStop aria-hidden stroke={1.75} />
          <div>
            <p className={classes.title}>{t('screen.duress')}</p>
            <p>{t('screen.duressMeaning')}</p>
          </div>
        </div>
      )}
      {alarm.alone && <p className={classes.line}>{t('screen.alone')}</p>}
      {asking && alarm.unheard && <p className={classes.line}>{t('screen.unheard')}</p>}
      {asking && alarm.nextStepAt !== null && <NextStep at={alarm.nextStepAt} />}
    </div>
  );
};

/** Read aloud once, and not every second. */
const NextStep = ({ at }: { readonly at: string }) => {
  const { t } = useTranslation('respond');
  const now = useNow(1_000);
  const seconds = Math.ceil((Date.parse(at) - now.getTime()) / 1_000);
  return (
    <p className={classes.line} aria-live="off">
      {seconds > 0 ? t('screen.nextStep', { count: seconds }) : t('screen.nextStepNow')}
    </p>
  );
};
