import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { v7 as newId } from 'uuid';
import type { StationClient } from '../../../main/contract/index.ts';
import { incidentReportSchema } from '../../../main/contract/index.ts';
import { connectControl, type RunningStation } from '../../../main/control/connectControl.ts';
import { choose, createDice } from '../random/seed.ts';
import type { SiteNetwork } from '../siteNetwork.ts';
import { startStation, type StationProcess } from '../stationProcess.ts';
import { differencesOf, readLeft } from './left.ts';
import { prepareSite, type PreparedStation } from './prepareSite.ts';

export interface ChaosOutcome {
  /** What does not hold, in words; nothing where all is well. */
  readonly problems: readonly string[];
  readonly events: number;
  readonly acknowledged: number;
  readonly kills: number;
  readonly partitions: number;
  /** From the healing of the network until all had the same. Milliseconds. */
  readonly healed: number;
}

export interface ChaosOptions {
  readonly seed: number;
  /** Milliseconds of it. */
  readonly lasting: number;
  /** As many stations as it has rooms. */
  readonly network: SiteNetwork;
}

interface Running {
  readonly station: PreparedStation;
  readonly process: StationProcess;
  /** Null while it is away. */
  readonly client: () => Promise<StationClient | null>;
  readonly close: () => void;
}

/** Until all have the same again. A link that died in a partition is noticed within 20 s, and dialled anew within 5. */
const healingPatience = 90_000;
/** A call that was not answered by then is one of which nobody knows whether it was taken. */
const callPatience = 5_000;

/**
 * Stations of one site, real processes in rooms of their own, while the network falls apart and comes together, loses packets and is slow, people write, and stations are killed
 * with -9 while they write or catch up. Then the network heals: all must come to hold the same events, show the same, and have every write that any of them acknowledged.
 */
export const runChaos = async ({ seed, lasting, network }: ChaosOptions): Promise<ChaosOutcome> => {
  const roll = createDice(seed);
  const folder = mkdtempSync(join(tmpdir(), 'quietbell-chaos-'));
  const prepared = await prepareSite(folder, network.rooms.map(({ address }) => `${address}:7411`));
  const running: Running[] = [];
  /** What must be found in the body or subject of some event on every station. */
  const acknowledged: string[] = [];
  const records: string[] = [];
  let kills = 0;
  let partitions = 0;

  const start = async (station: PreparedStation, index: number): Promise<void> => {
    const { address, under } = network.rooms[index] ?? { address: '', under: [] };
    running[index] = connectTo(station, await startStation({ data: station.data, under, args: ['--listen', `${address}:7411`] }));
  };

  const write = async ({ client }: Running): Promise<void> => {
    const dice = roll();
    const id = newId();
    const reached = await client();
    if (reached === null) return;
    if (dice < 0.5 || records.length === 0) {
      await reached.incident.file({ ...incidentReportSchema.parse({ title: `Record ${id}`, account: 'He said that he would wait outside. '.repeat(1 + Math.floor(dice * 40)) }), id, alarm: null });
      records.push(id);
    } else if (dice < 0.8) await reached.incident.amend({ id: choose(roll, records), text: `Added ${id}` });
    else await reached.alarm.press({ id, level: 'assist', kind: 'test', source: 'command' });
    acknowledged.push(id);
  };
  /** What fails is not acknowledged: the station is away, or does not have the record yet. */
  const tryToWrite = (at: Running): Promise<void> => Promise.race([write(at).catch(() => undefined), pause(callPatience, undefined, { ref: false })]);

  const kill = ({ process: { pid } }: Running): void => {
    try {
      process.kill(pid(), 'SIGKILL');
      kills += 1;
    } catch {
      // It is just being started again.
    }
  };

  const step = async (): Promise<void> => {
    const dice = roll();
    const at = choose(roll, running);
    if (dice < 0.7) await Promise.all(Array.from({ length: 1 + Math.floor(roll() * 3) }, () => tryToWrite(choose(roll, running))));
    else if (dice < 0.8) {
      partitions += 1;
      const count = 2 + Math.floor(roll() * 2);
      const groups = Array.from({ length: count }, (): number[] => []);
      for (const index of running.keys()) choose(roll, groups).push(index);
      await network.partition(groups);
    } else if (dice < 0.88) await network.heal();
    else if (dice < 0.91) await network.lose(Math.floor(roll() * running.length), roll() < 0.5 ? 0 : roll() * 0.3);
    else if (dice < 0.94) await network.narrow(Math.floor(roll() * running.length), roll() < 0.5 ? null : 100 + Math.floor(roll() * 900));
    else {
      const writing = tryToWrite(at);
      await pause(roll() * 20);
      kill(at);
      await writing;
    }
    await pause(roll() * 120);
  };

  try {
    await Promise.all(prepared.map(start));
    const until = performance.now() + lasting;
    while (performance.now() < until) await step();
    for (const index of running.keys()) {
      await network.lose(index, 0);
      await network.narrow(index, null);
    }
    await network.heal();
    const healing = performance.now();
    // Once more in the middle of catching up.
    await pause(roll() * 1_000);
    kill(choose(roll, running));
    const together = await comeTogether(running);
    const healed = performance.now() - healing;
    const endedAt = Date.now();
    await Promise.all(running.map(({ process: station }) => station.stop('SIGKILL')));
    const left = await Promise.all(prepared.map(readLeft));
    const missing = left.flatMap(({ name, events }) => {
      const words = [...events.values()].map(({ subject, text }) => subject + text).join('\n');
      return acknowledged.filter((id) => !words.includes(id)).map((id) => `${name} does not have ${id}, which was acknowledged`);
    });
    return { problems: [...together, ...differencesOf(left, endedAt), ...missing.slice(0, 5)], events: left[0]?.events.size ?? 0, acknowledged: acknowledged.length, kills, partitions, healed };
  } finally {
    for (const { close } of running) close();
    await Promise.all(running.map(({ process: station }) => station.stop('SIGKILL')));
    rmSync(folder, { recursive: true, force: true });
  }
};

const connectTo = (station: PreparedStation, started: StationProcess): Running => {
  let door: RunningStation | null = null;
  let doorOf = 0;
  const close = (): void => {
    door?.close();
    door = null;
  };
  return {
    station,
    process: started,
    close,
    client: async () => {
      if (door === null || doorOf !== started.pid()) {
        close();
        doorOf = started.pid();
        door = await connectControl(station.data);
      }
      return door?.client ?? null;
    },
  };
};

/** Waits until every station hears every other and all hold as many events; names what is still apart when the patience is over. */
const comeTogether = async (running: readonly Running[]): Promise<readonly string[]> => {
  const deadline = performance.now() + healingPatience;
  for (;;) {
    const states = await Promise.all(running.map(stateOf));
    const counts = new Set(states.map((state) => state?.events));
    if (counts.size === 1 && states.every((state) => state?.heardBy === running.length - 1)) return [];
    if (performance.now() > deadline) return [`they did not come together: ${states.map((state, index) => `${running[index]?.station.name ?? ''} ${state === null ? 'is away' : `has ${state.events} events and hears ${state.heardBy}`}`).join(', ')}`];
    await pause(200);
  }
};

const stateOf = async ({ client }: Running): Promise<{ readonly events: number; readonly heardBy: number } | null> => {
  try {
    const reached = await client();
    if (reached === null) return null;
    const [{ events }, { heardBy }] = await Promise.all([reached.site.verify(), reached.site.status()]);
    return { events, heardBy };
  } catch {
    return null;
  }
};
