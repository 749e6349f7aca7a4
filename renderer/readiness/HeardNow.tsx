import { useTranslation } from 'react-i18next';
import type { Status } from '../../main/contract/index.ts';
import classes from './Readiness.module.css';

/** The first thing to read: who would hear a call from this desk now. */
export const HeardNow = ({ status: { heardBy, attendedBy, armed } }: { readonly status: Status }) => {
  const { t } = useTranslation('readiness');
  const attended = attendedBy === 0 ? t('unattended', { count: heardBy }) : attendedBy === heardBy ? t('attendedByAll', { count: heardBy }) : t('attended', { count: attendedBy });
  return (
    <p className={classes.heard}>
      {t('heard', { count: heardBy })} {heardBy > 0 && attended} {!armed && t('notArmed')}
    </p>
  );
};
