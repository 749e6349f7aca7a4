import type { Timing } from './timing.ts';

export interface DiallingDependencies {
  readonly timing: Timing;
  /** Who is dialled where: address to the station it belongs to, null where that is not known yet. */
  readonly addresses: () => ReadonlyMap<string, string | null>;
  /** True where there is nothing to dial: connected, shunned, or this station itself. */
  readonly isSettled: (station: string) => boolean;
  /** Tries once; gives the id of whoever answered, connected or not, and null when nobody of the site did. */
  readonly attempt: (address: string) => Promise<string | null>;
  /** For the jitter: 0 to 1. */
  readonly random?: () => number;
}

/** Keeps dialling whoever is missing. */
export interface Dialling {
  /** Picks up addresses that were learnt. */
  readonly refresh: () => void;
  /** A link to the station is usable: the next loss is a fresh one. */
  readonly connected: (station: string) => void;
  /** The last link to the station is gone. */
  readonly lost: (station: string) => void;
  readonly stop: () => void;
}

interface Target {
  readonly address: string;
  station: string | null;
  failures: number;
  busy: boolean;
  timer: NodeJS.Timeout | null;
}

export const createDialling = ({ timing, addresses, isSettled, attempt, random = Math.random }: DiallingDependencies): Dialling => {
  const targets = new Map<string, Target>();
  let stopped = false;

  const schedule = (target: Target) => {
    if (target.timer !== null) clearTimeout(target.timer);
    if (stopped || target.busy || targets.get(target.address) !== target) return;
    const longest = Math.min(timing.redialLongest, timing.redialFirst * 2 ** target.failures);
    // Up to half of it at random: after a power cut a hundred stations come back in the same second.
    target.timer = setTimeout(() => void visit(target), longest * (1 - random() / 2));
  };

  const visit = async (target: Target) => {
    if (target.station === null || !isSettled(target.station)) {
      target.busy = true;
      const station = await attempt(target.address);
      target.busy = false;
      target.station = station ?? target.station;
    }
    // Counted even when it went well: only a link that became usable shows that the next loss is a new one.
    target.failures = Math.min(target.failures + 1, 16);
    schedule(target);
  };

  const refresh = () => {
    if (stopped) return;
    const wanted = addresses();
    for (const [address, target] of targets) {
      if (wanted.has(address)) continue;
      if (target.timer !== null) clearTimeout(target.timer);
      targets.delete(address);
    }
    for (const [address, station] of wanted) {
      if (targets.has(address)) continue;
      const target: Target = { address, station, failures: 0, busy: false, timer: null };
      targets.set(address, target);
      void visit(target);
    }
  };

  const restart = (station: string) => {
    for (const target of targets.values()) {
      if (target.station !== station) continue;
      target.failures = 0;
      schedule(target);
    }
  };

  return {
    refresh,
    connected: (station) => {
      for (const target of targets.values()) if (target.station === station) target.failures = 0;
      refresh();
    },
    lost: restart,
    stop: () => {
      stopped = true;
      for (const { timer } of targets.values()) if (timer !== null) clearTimeout(timer);
      targets.clear();
    },
  };
};
