import type { StationSettings } from '../../main/contract/index.ts';
import type { CueState } from './cue.ts';
import classes from './Cues.module.css';

export type CueSet = StationSettings['cueSet'];

/**
 * Cues change their shape only, never colour, brightness, place or size. The names of the shapes say nothing of
 * what they mean, since the page can be read out and looked into.
 */
interface CueProps {
  readonly state: CueState;
}

const separatorShapes = { heard: 'dots', unattended: 'dashes', nobody: 'low', unarmed: 'gap', due: 'dots-3', out: 'middle', unheard: 'dash', coming: 'bar' } as const;
const markShapes = { heard: 'disc', unattended: 'half', nobody: 'ring', unarmed: 'dash', due: 'cross', out: 'diamond', unheard: 'frame', coming: 'square' } as const;
const ruleShapes = { heard: 'single', unattended: 'dashed', nobody: 'dotted', unarmed: 'none', due: 'notched', out: 'double', unheard: 'rows', coming: 'parted' } as const;

/** Between hours and minutes of the clock. */
export const Separator = ({ state }: CueProps) => {
  const shape = separatorShapes[state];
  return (
    <svg className={classes.separator} viewBox="0 0 10 40" data-shape={shape} aria-hidden>
      {shape === 'dots' && <path d="M5 12.5v.01M5 27.5v.01" />}
      {shape === 'dashes' && <path d="M1.5 15.5H8.5M1.5 24.5H8.5" className={classes.line} />}
      {shape === 'low' && <path d="M5 33v.01" />}
      {shape === 'dots-3' && <path d="M5 10v.01M5 20v.01M5 30v.01" />}
      {shape === 'middle' && <path d="M5 20v.01" />}
      {shape === 'dash' && <path d="M1.5 20H8.5" className={classes.line} />}
      {shape === 'bar' && <path d="M5 10V30" className={classes.line} />}
    </svg>
  );
};

/** Before the station's name. */
export const Mark = ({ state }: CueProps) => {
  const shape = markShapes[state];
  return (
    <svg className={classes.mark} viewBox="0 0 20 20" data-shape={shape} aria-hidden>
      {shape === 'disc' && <circle cx="10" cy="10" r="7" />}
      {shape === 'half' && (
        <>
          <circle cx="10" cy="10" r="5.7" className={classes.open} />
          <path d="M10 3a7 7 0 0 0 0 14z" />
        </>
      )}
      {shape === 'ring' && <circle cx="10" cy="10" r="5.5" className={classes.open} />}
      {shape === 'dash' && <path d="M4 8.5h12v3H4z" />}
      {shape === 'cross' && <path d="M8.2 2.5h3.6v5.7h5.7v3.6h-5.7v5.7H8.2v-5.7H2.5V8.2h5.7z" />}
      {shape === 'diamond' && <path d="M10 1 19 10 10 19 1 10z" />}
      {shape === 'frame' && <path d="M10 3 17 10 10 17 3 10z" className={classes.open} />}
      {shape === 'square' && <path d="M3.5 3.5h13v13h-13z" />}
    </svg>
  );
};

/** Under the date. */
export const Rule = ({ state }: CueProps) => {
  const shape = ruleShapes[state];
  return (
    <svg className={classes.rule} viewBox="0 0 200 8" preserveAspectRatio="none" data-shape={shape} aria-hidden>
      {shape === 'single' && <path d="M0 4H200" />}
      {shape === 'dashed' && <path d="M0 4H200" strokeDasharray="18 8" />}
      {shape === 'dotted' && <path d="M0 4H200" strokeDasharray="2 6" />}
      {shape === 'notched' && <path d="M0 4H92L100 .5 108 4H200" />}
      {shape === 'double' && <path d="M0 1.5H200M0 6.5H200" />}
      {shape === 'rows' && <path d="M0 1.5H200M0 6.5H200" strokeDasharray="2 6" />}
      {shape === 'parted' && <path d="M0 4H80M120 4H200" />}
    </svg>
  );
};

/** What one place shows: the state where the set chose that place, else what it always looks like. */
export const shownAt = (place: CueSet, chosen: CueSet, state: CueState): CueState => (place === chosen ? state : 'heard');
