import type { CueState } from '../desk/cue.ts';
import { Mark, Rule, Separator } from '../desk/Cues.tsx';
import type { CueSet } from '../desk/Cues.tsx';
import classes from './CueLegend.module.css';

/** The cue in its surroundings, as it looks on the noticeboard. */
export const CuePicture = ({ set, state }: { readonly set: CueSet; readonly state: CueState }) => (
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
        Desk 2
      </span>
    )}
    {set === 'rule' && (
      <span className={classes.date}>
        24 November
        <Rule state={state} />
      </span>
    )}
  </span>
);
