import { useTranslation } from 'react-i18next';
import { cueStates } from '../desk/cue.ts';
import type { CueState } from '../desk/cue.ts';
import { Mark, Rule, Separator } from '../desk/Cues.tsx';
import type { CueSet } from '../desk/Cues.tsx';
import classes from './CueLegend.module.css';

/** One cue set, large: each shape with what it means. */
export const CueLegend = ({ set }: { readonly set: CueSet }) => {
  const { t } = useTranslation('training');
  return (
    <ul className={classes.legend} aria-label={t(`cueSet.${set}`)}>
      {cueStates.map((state) => (
        <li key={state} className={classes.entry}>
          <CuePicture set={set} state={state} />
          <span>{t(`state.${state}`)}</span>
        </li>
      ))}
    </ul>
  );
};

/** The cue in its surroundings, as it looks on the noticeboard. */
const CuePicture = ({ set, state }: { readonly set: CueSet; readonly state: CueState }) => (
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
        2
      </span>
    )}
    {set === 'rule' && (
      <span className={classes.date}>
        24
        <Rule state={state} />
      </span>
    )}
  </span>
);
