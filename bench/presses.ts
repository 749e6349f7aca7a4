import { v7 as uuid } from 'uuid';
import { until } from './measure.ts';
import type { BenchStation } from './site.ts';

/** How long one press took. Milliseconds from the call. */
export interface Pressed {
  /** Until the last colleague's window was told. */
  readonly shown: number;
  /** Until the call returned: it is committed and synced. */
  readonly durable: number;
}

/** Watches the alarms of some stations as their windows do. */
export interface Colleagues {
  /** Presses at `station`, waits until everybody shows it, closes it from a colleague's desk and waits until that is over, too. */
  readonly press: (station: BenchStation) => Promise<Pressed>;
  readonly close: () => Promise<void>;
}

export const watchAlarms = async (stations: readonly BenchStation[]): Promise<Colleagues> => {
  const ended = new AbortController();
  const seen = stations.map(() => new Map<string, number>());
  const watch = async (station: BenchStation, index: number): Promise<void> => {
    const updates = await station.client().alarm.watch(undefined, { signal: ended.signal });
    began[index]?.();
    try {
      for await (const alarms of updates) for (const { id } of alarms) if (seen[index]?.has(id) === false) seen[index]?.set(id, performance.now());
    } catch {
      // The watch was ended, or its station was.
    }
  };
  const began: (() => void)[] = [];
  const watching = stations.map(() => new Promise<void>((resolve) => began.push(resolve)));
  const watches = stations.map(watch);
  await Promise.all(watching);
  return {
    press: async (station) => {
      const others = stations.flatMap((other, index) => (other === station ? [] : [seen[index]]));
      const id = uuid();
      const began = performance.now();
      const { alarm } = await station.client().alarm.press({ id, level: 'assist', kind: 'real', source: 'command' });
      const returned = performance.now();
      await until('everybody shows the alarm', () => Promise.resolve(others.every((known) => known?.has(alarm) === true)));
      const shown = Math.max(...others.map((known) => known?.get(alarm) ?? Number.NaN));
      await station.client().alarm.close({ alarm, reason: 'drill', note: '' });
      return { shown: shown - began, durable: returned - began };
    },
    close: async () => {
      ended.abort();
      await Promise.all(watches);
      // The stations are told of it a moment later.
      await new Promise((resolve) => setTimeout(resolve, 100));
    },
  };
};
