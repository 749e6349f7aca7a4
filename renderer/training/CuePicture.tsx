import { useTranslation } from 'react-i18next';
import type { CueState } from '../desk/cue.ts';
import { Mark, Rule, Separator } from '../desk/Cues.tsx';
import type { CueSet } from '../desk/Cues.tsx';
import { dayAndMonth } from '../shared/time.ts';
import classes from './CueLegend.module.css';

/** Any day does. */
const shownDay = '2026-11-24T12:00:00';

/** The cue in its surroundings, as it looks on the noticeboard. */
export const CuePicture = ({ set, state }: { readonly set: CueSet; readonly state: CueState }) => {
  const { t } = useTranslation('training');
  return (
    <span className={classes.picture} aria-hidden>
      {set === 'separator' && (
        <span className={classes.clock}>
          14
          <Separator state={state} />
          03
        </span>
      )}
      {set === 'mark' && (
        <span className={classes.station}>
          <Mark state={state} />
          {t('picture.station')}
        </span>
      )}
      {set === 'rule' && (
        <span className={classes.date}>
          {dayAndMonth(shownDay)}
          <Rule state={state} />
        </span>
      )}
    </span>
  );
};
