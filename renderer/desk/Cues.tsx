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

/** Between hours and minutes of the clock. */
export const Separator = ({ state }: CueProps) => {
  const shape = ({ heard: 'dots', unheard: 'low', unarmed: 'gap', out: 'middle', coming: 'bar' } as const)[state];
  return (
    <svg className={classes.separator} viewBox="0 0 10 40" data-shape={shape} aria-hidden>
      {shape === 'dots' && <path d="M5 12.5v.01M5 27.5v.01" />}
      {shape === 'low' && <path d="M5 33v.01" />}
      {shape === 'middle' && <path d="M5 20v.01" />}
      {shape === 'bar' && <path d="M5 10V30" className={classes.bar} />}
    </svg>
  );
};

/** Before the station's name. */
export const Mark = ({ state }: CueProps) => {
  const shape = ({ heard: 'disc', unheard: 'ring', unarmed: 'dash', out: 'diamond', coming: 'square' } as const)[state];
  return (
    <svg className={classes.mark} viewBox="0 0 20 20" data-shape={shape} aria-hidden>
      {shape === 'disc' && <circle cx="10" cy="10" r="7" />}
      {shape === 'ring' && <circle cx="10" cy="10" r="5.5" className={classes.open} />}
      {shape === 'dash' && <path d="M4 8.5h12v3H4z" />}
      {shape === 'diamond' && <path d="M10 1 19 10 10 19 1 10z" />}
      {shape === 'square' && <path d="M3.5 3.5h13v13h-13z" />}
    </svg>
  );
};

/** Under the date. */
export const Rule = ({ state }: CueProps) => {
  const shape = ({ heard: 'single', unheard: 'dotted', unarmed: 'none', out: 'double', coming: 'parted' } as const)[state];
  return (
    <svg className={classes.rule} viewBox="0 0 200 8" preserveAspectRatio="none" data-shape={shape} aria-hidden>
      {shape === 'single' && <path d="M0 4H200" />}
      {shape === 'dotted' && <path d="M0 4H200" strokeDasharray="2 6" />}
      {shape === 'double' && <path d="M0 1.5H200M0 6.5H200" />}
      {shape === 'parted' && <path d="M0 4H80M120 4H200" />}
    </svg>
  );
};

/** What one place shows: the state where the set chose that place, else what it always looks like. */
export const shownAt = (place: CueSet, chosen: CueSet, state: CueState): CueState => (place === chosen ? state : 'heard');
