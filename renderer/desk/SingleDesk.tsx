import { IconSquare, IconSquareCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../shared/connection/hooks.tsx';
import { useDesk } from '../shared/useDesk.ts';
import classes from './DeskFooter.module.css';

/**
 * Working alone: one touch on, one touch off. While it is on there is a button that answers a check-in; it looks the same whether or not
 * one is asked for, which the cue alone tells.
 */
export const SingleDesk = () => {
  const { t } = useTranslation('desk');
  const desk = useDesk();
  const setAlone = useCommand((client, alone: boolean) => client.desk.setAlone({ alone }));
  const checkIn = useCommand((client) => client.desk.checkIn());
  if (desk === undefined) return null;

  const alone = desk.alone !== null;
  return (
    <div className={classes.single}>
      <span role="status" className={classes.failed}>
        {setAlone.problem !== null || (checkIn.problem !== null && alone) ? t('notSaved') : ''}
      </span>
      {alone && (
        <button type="button" className={classes.item} onClick={() => void checkIn.run()}>
          {t('allInOrder')}
        </button>
      )}
      <button type="button" role="switch" aria-checked={alone} className={classes.item} disabled={setAlone.busy} onClick={() => void setAlone.run(!alone)}>
        {alone ? <IconSquareCheck size={18} aria-hidden /> : <IconSquare size={18} aria-hidden />}
        {t('singleDesk')}
      </button>
    </div>
  );
};
