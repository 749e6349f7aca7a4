import { performance } from 'node:perf_hooks';
import type { Log } from '../core/environment.ts';
import type { Misconduct } from '../core/site/lan.ts';
import type { Timing } from './timing.ts';

/** Who of the site breaks the protocol, and how. Supervision makes a fault of it, so that it is an event and is shown. */
export interface Conduct {
  /** Tells of it for a while; `detail` is for the log alone. */
  readonly note: (station: string, misconduct: Misconduct, detail: string) => void;
  /** The same of a station that is left alone altogether meanwhile. */
  readonly shun: (station: string, misconduct: Misconduct, detail: string) => void;
  readonly isShunned: (station: string) => boolean;
  readonly of: (station: string) => readonly Misconduct[];
  /** Everybody of whom something is told, also who is on no roster yet. */
  readonly stations: () => readonly string[];
}

export interface ConductDependencies {
  readonly timing: Timing;
  readonly log: Log;
  readonly onChanged: () => void;
}

/** Measured without the system clock, which may jump. */
export const createConduct = ({ timing, log, onChanged }: ConductDependencies): Conduct => {
  const untilByStation = new Map<string, Map<Misconduct, number>>();
  const shunnedUntilByStation = new Map<string, number>();

  const of = (station: string): readonly Misconduct[] => [...(untilByStation.get(station) ?? [])].flatMap(([misconduct, until]) => (until > performance.now() ? [misconduct] : []));

  /** Silence is told of for so long that supervision, which looks once a second, is sure to see it; a cable that was pulled is soon forgotten. */
  const lasts = (misconduct: Misconduct): number => (misconduct === 'silence' ? timing.silence / 3 : timing.quarantine);

  const note = (station: string, misconduct: Misconduct, detail: string): void => {
    const isNews = !of(station).includes(misconduct);
    const known = untilByStation.get(station) ?? new Map<Misconduct, number>();
    untilByStation.set(station, known.set(misconduct, performance.now() + lasts(misconduct)));
    if (!isNews) return;
    log.warn({ station, misconduct, reason: detail }, 'a station does not keep to the protocol');
    onChanged();
  };

  return {
    of,
    stations: () => [...untilByStation.keys()].filter((station) => of(station).length > 0),
    note,
    shun: (station, misconduct, detail) => {
      shunnedUntilByStation.set(station, performance.now() + timing.quarantine);
      note(station, misconduct, detail);
    },
    isShunned: (station) => (shunnedUntilByStation.get(station) ?? 0) > performance.now(),
  };
};
