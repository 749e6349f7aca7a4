import type { Problem } from '../contract/problem.ts';
import type { Log } from '../core/environment.ts';
import type { Timing } from './timing.ts';

/** The stations of whose events nothing is taken for a while, since something that they sent did not verify. */
export interface Distrust {
  readonly begin: (station: string, problem: Problem) => void;
  readonly isOf: (station: string) => boolean;
  readonly stop: () => void;
}

export interface DistrustDependencies {
  readonly timing: Timing;
  readonly log: Log;
  readonly onBegun: (station: string) => void;
  readonly onOver: (station: string) => void;
}

export const createDistrust = ({ timing, log, onBegun, onOver }: DistrustDependencies): Distrust => {
  const timersByStation = new Map<string, NodeJS.Timeout>();
  return {
    begin: (station, problem) => {
      if (timersByStation.has(station)) return;
      log.warn({ station, reason: problem.message }, 'a station sent events that do not hold; for a while none of it are taken, its alarms are');
      const end = (): void => {
        timersByStation.delete(station);
        onOver(station);
      };
      timersByStation.set(station, setTimeout(end, timing.quarantine));
      onBegun(station);
    },
    isOf: (station) => timersByStation.has(station),
    stop: () => {
      for (const timer of timersByStation.values()) clearTimeout(timer);
    },
  };
};
