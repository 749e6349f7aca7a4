import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Procedure, StepAction } from '../../main/contract/index.ts';
import { usePresser } from '../shared/connection/hooks.tsx';
import classes from './StepList.module.css';

interface StepOfferProps {
  readonly action: StepAction;
  readonly step: string;
  readonly procedure: Procedure;
  readonly onUsed: () => void;
}

/** What a step offers beside its wording: something to dial, to say, to find, or a button that does it. */
export const StepOffer = ({ action, step, procedure, onUsed }: StepOfferProps) => {
  const { t } = useTranslation('notes');
  const presser = usePresser();
  const [, navigate] = useLocation();
  switch (action.do) {
    case 'dial': {
      const number = procedure.numbers.find(({ id }) => id === action.number);
      return number === undefined ? null : <span className={classes.dial}>{number.dial}</span>;
    }
    case 'alarm-code':
      return <span className={classes.dial}>{procedure.alarmCode.dial}</span>;
    case 'code-phrase':
      return <span className={classes.phrase}>{procedure.codePhrase.discreet}</span>;
    case 'safe-room':
      return <span className={classes.phrase}>{procedure.safeRoom.place}</span>;
    case 'raise':
      return (
        <button
          type="button"
          className={classes.act}
          aria-label={t('askFor', { step })}
          onClick={() => {
            presser.press(action.level);
            onUsed();
          }}
        >
          {t('ask')}
        </button>
      );
    case 'record':
      return (
        <button type="button" className={classes.act} onClick={() => navigate('/records')}>
          {t('write')}
        </button>
      );
  }
};
