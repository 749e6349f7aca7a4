import { VisuallyHidden } from '@mantine/core';
import { clockTime, longDate } from '../shared/time.ts';
import { useNow } from '../shared/useNow.ts';
import type { CueState } from './cue.ts';
import { Mark, Rule, Separator, shownAt } from './Cues.tsx';
import type { CueSet } from './Cues.tsx';
import classes from './DeskHeader.module.css';

interface DeskHeaderProps {
  readonly site: string;
  readonly station: string;
  readonly cueSet: CueSet;
  readonly cue: CueState;
  /** A finger or the pointer goes down on the spot. */
  readonly onPressSpot: () => void;
}

/** Names on the left, clock and date on the right; the three places of the cue among them. */
export const DeskHeader = ({ site, station, cueSet, cue, onPressSpot }: DeskHeaderProps) => {
  const now = useNow(1_000);
  const time = clockTime(now);
  const [hours, minutes] = time.split(':');
  return (
    <header className={classes.header}>
      <div className={classes.names}>
        <h1 className={classes.site}>{site}</h1>
        <p className={classes.station}>
          <span className={classes.spot} onPointerDown={(event) => event.button === 0 && onPressSpot()}>
            <Mark state={shownAt('mark', cueSet, cue)} />
          </span>
          {station}
        </p>
      </div>
      <div className={classes.time}>
        <div className={classes.clock}>
          <VisuallyHidden component="time">{time}</VisuallyHidden>
          <span aria-hidden>{hours}</span>
          <Separator state={shownAt('separator', cueSet, cue)} />
          <span aria-hidden>{minutes}</span>
        </div>
        <p className={classes.date}>{longDate(now)}</p>
        <Rule state={shownAt('rule', cueSet, cue)} />
      </div>
    </header>
  );
};
