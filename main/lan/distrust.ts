import type { Timing } from './timing.ts';

/** The stations of whose events nothing is taken for a while, since something that they sent does not hold. Their alarms are. */
export interface Distrust {
  readonly begin: (station: string) => void;
  readonly isOf: (station: string) => boolean;
  readonly stop: () => void;
}

export interface DistrustDependencies {
  readonly timing: Timing;
  readonly onOver: (station: string) => void;
}

export const createDistrust = ({ timing, onOver }: DistrustDependencies): Distrust => {
  const timersByStation = new Map<string, NodeJS.Timeout>();
  return {
    begin: (station) => {
      if (timersByStation.has(station)) return;
      const end = (): void => {
        timersByStation.delete(station);
        onOver(station);
      };
      timersByStation.set(station, setTimeout(end, timing.quarantine));
    },
    isOf: (station) => timersByStation.has(station),
    stop: () => {
      for (const timer of timersByStation.values()) clearTimeout(timer);
    },
  };
};
