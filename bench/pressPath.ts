/**
 * How long a press takes until colleagues show it and until it is durable, at rest and under load; README.md says how and what came out.
 * `node bench/pressPath.ts [--rounds N] [--records N] [--large N]`; figures go to bench/results/pressPath.json.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measureRoundTrip, measureSyncedCommit } from './floor.ts';
import { median, percentile, round, say, until } from './measure.ts';
import { watchAlarms, type Colleagues, type Pressed } from './presses.ts';
import { seedRecords } from './records.ts';
import { report } from './report.ts';
import { createBenchSite, type BenchStation } from './site.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' }, records: { type: 'string', default: '10000' }, large: { type: 'string', default: '100000' } } });
const rounds = Number(values.rounds);
const records = Number(values.records);
const large = Number(values.large);
/** Presses of one round, and the pause between them: a press is a rare thing that comes out of quiet. */
const pressesEach = 25;
const turns = 5;
const pause = 40;

interface Figures {
  readonly shown: number;
  readonly shown95: number;
  readonly durable: number;
  readonly presses: number;
}

const none: Figures = { shown: Number.NaN, shown95: Number.NaN, durable: Number.NaN, presses: 0 };

const figuresOf = (presses: readonly Pressed[]): Figures => ({
  shown: median(presses.map(({ shown }) => shown)),
  shown95: percentile(presses.map(({ shown }) => shown), 95),
  durable: median(presses.map(({ durable }) => durable)),
  presses: presses.length,
});

/** One figure for several rounds: the median of each. */
const overRounds = (figures: readonly Figures[]): Figures => ({
  shown: round(median(figures.map(({ shown }) => shown))),
  shown95: round(median(figures.map(({ shown95 }) => shown95))),
  durable: round(median(figures.map(({ durable }) => durable))),
  presses: figures.reduce((sum, { presses }) => sum + presses, 0),
});

/** Presses until it has been done often enough, or until the load is over. */
const pressUnder = async (colleagues: Colleagues, station: BenchStation, goesOn: () => boolean = () => true, most = pressesEach / turns): Promise<readonly Pressed[]> => {
  const pressed: Pressed[] = [];
  while (pressed.length < most && goesOn()) {
    pressed.push(await colleagues.press(station));
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return pressed;
};

const connected = async (station: BenchStation, peers: number): Promise<boolean> => (await station.client().site.status()).heardBy >= peers;

const has = (station: BenchStation, incident: string): Promise<boolean> =>
  station.client().incident.get({ id: incident }).then(
    () => true,
    () => false,
  );

/** Runs the load again and again until what it is there for is over. */
const during = async <Value>(load: () => Promise<unknown>, work: () => Promise<Value>): Promise<Value> => {
  let over = false;
  const loading = (async () => {
    while (!over) await load();
  })();
  const value = await work();
  over = true;
  await loading;
  return value;
};

/** Presses at rest and under each of the loads, a few of each in turn: whatever else the machine does falls on all of them alike. */
const inTurns = async (colleagues: Colleagues, desk: BenchStation, loads: readonly (() => Promise<unknown>)[]): Promise<readonly Figures[]> => {
  const pressed: Pressed[][] = [[], ...loads.map(() => [])];
  for (let turn = 0; turn < turns; turn += 1) {
    pressed[0]?.push(...(await pressUnder(colleagues, desk)));
    for (const [index, load] of loads.entries()) pressed[index + 1]?.push(...(await during(load, () => pressUnder(colleagues, desk))));
  }
  return pressed.map(figuresOf);
};

/** Milliseconds from `kill -9` of the station's process until a press at it is shown by a colleague. */
const killAndPress = async (desk: BenchStation, colleagues: Colleagues): Promise<number> => {
  const began = performance.now();
  desk.kill();
  await until('the desk answers again', desk.reconnect);
  await until('the desk is connected again', () => connected(desk, 2));
  const again = performance.now() - began;
  const { shown } = await colleagues.press(desk);
  return again + shown;
};

interface Rounds {
  readonly catchUp: Figures[];
  /** At rest, as long after the start as the catch-up was. */
  readonly young: Figures[];
  readonly rest: Figures[];
  readonly verify: Figures[];
  readonly rebuild: Figures[];
  readonly kill: number[];
  readonly seconds: number[];
}

/** A new station joins two that have the records, is pressed at while it catches up, then at rest, then while it verifies; then it is killed. */
const measureNewStations = async (): Promise<Rounds> => {
  const site = createBenchSite();
  const archive = await site.add('Archive');
  const last = seedRecords(archive, records).at(-1) ?? '';
  await archive.start();
  const office = await site.add('Office');
  await office.start();
  await until('the office has every record', () => has(office, last), 600_000);
  say(`two stations have ${records} records`);
  const all: Rounds = { catchUp: [], young: [], rest: [], verify: [], rebuild: [], kill: [], seconds: [] };
  for (let count = 1; count <= rounds; count += 1) {
    const desk = await site.add(`Desk ${count}`);
    await desk.start();
    const began = performance.now();
    let colleagues = await watchAlarms([archive, office, desk]);
    await until('the new desk is connected', () => connected(desk, 2));
    let caughtUp = false;
    const catchingUp = until('the new desk has every record', () => has(desk, last), 600_000).then(() => {
      caughtUp = true;
      all.seconds.push((performance.now() - began) / 1000);
    });
    all.catchUp.push(figuresOf(await pressUnder(colleagues, desk, () => !caughtUp, 10 * pressesEach)));
    await catchingUp;
    await colleagues.close();
    // At rest, and just as young: a program is slower in its first seconds.
    await desk.stop();
    await desk.start();
    colleagues = await watchAlarms([archive, office, desk]);
    await until('the desk is connected again', () => connected(desk, 2));
    all.young.push(figuresOf(await pressUnder(colleagues, desk, () => true, all.catchUp.at(-1)?.presses ?? pressesEach)));
    const loads = await inTurns(colleagues, desk, [() => desk.client().site.verify(), () => desk.client().site.rebuild()]);
    all.rest.push(loads[0] ?? none);
    all.verify.push(loads[1] ?? none);
    all.rebuild.push(loads[2] ?? none);
    await colleagues.close();
    const others = await watchAlarms([archive, office]);
    all.kill.push(await killAndPress(desk, others));
    await others.close();
    await desk.stop();
    say(`round ${count}: ${JSON.stringify(Object.fromEntries(Object.entries(all).map(([name, figures]) => [name, figures.at(-1)])))}`);
  }
  await site.close();
  return all;
};

/** How often the list is asked for: more than the screens of a busy desk do. */
const betweenLists = 100;

/** Lists are asked for by another process for so many milliseconds. */
const listFor = async ({ data }: BenchStation, milliseconds: number): Promise<void> => {
  const asking = fork(fileURLToPath(new URL('askForLists.ts', import.meta.url)), [data, String(betweenLists)], { stdio: 'inherit' });
  await new Promise((resolve) => asking.once('message', resolve));
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  const ended = new Promise((resolve) => asking.once('exit', resolve));
  asking.kill();
  await ended;
};

/** A desk with many records, pressed at while its list is asked for again and again. */
const measureLargeLedger = async (): Promise<{ readonly rest: Figures[]; readonly list: Figures[] }> => {
  const site = createBenchSite();
  const office = await site.add('Office');
  await office.start();
  const desk = await site.add('Desk');
  const last = seedRecords(desk, large).at(-1) ?? '';
  say(`${large} records are filed at one desk`);
  await desk.start();
  await until('the office has every record', () => has(office, last), 1_200_000);
  const colleagues = await watchAlarms([office, desk]);
  const all: { rest: Figures[]; list: Figures[] } = { rest: [], list: [] };
  for (let count = 1; count <= rounds; count += 1) {
    const loads = await inTurns(colleagues, desk, [() => listFor(desk, 500)]);
    all.rest.push(loads[0] ?? none);
    all.list.push(loads[1] ?? none);
    say(`round ${count}: ${JSON.stringify({ rest: all.rest.at(-1), list: all.list.at(-1) })}`);
  }
  await colleagues.close();
  await site.close();
  return all;
};

const floorBefore = { roundTrip: await measureRoundTrip(), commit: await measureSyncedCommit() };
const { catchUp, young, rest, verify, rebuild, kill, seconds } = await measureNewStations();
const loaded = large > 0 ? await measureLargeLedger() : { rest: [], list: [] };
const floorAfter = { roundTrip: await measureRoundTrip(), commit: await measureSyncedCommit() };

const floor = { roundTrip: round((floorBefore.roundTrip + floorAfter.roundTrip) / 2), syncedCommit: round((floorBefore.commit + floorAfter.commit) / 2) };
const situations = {
  rest: overRounds(rest),
  justStarted: overRounds(young),
  catchUp: { ...overRounds(catchUp), ratio: ratio(catchUp, young), secondsToCatchUp: round(median(seconds)) },
  verify: { ...overRounds(verify), ratio: ratio(verify, rest) },
  rebuild: { ...overRounds(rebuild), ratio: ratio(rebuild, rest) },
  largeRest: overRounds(loaded.rest),
  list: { ...overRounds(loaded.list), ratio: ratio(loaded.list, loaded.rest) },
};
report('pressPath', {
  settings: { rounds, records, large, pressesEach },
  unit: 'milliseconds; medians over the rounds of the medians of each',
  floor,
  ...situations,
  killToPressShown: round(median(kill)),
  table: [
    { situation: 'floor: a TLS round trip, a synced commit', shown: floor.roundTrip, durable: floor.syncedCommit },
    ...Object.entries(situations).map(([situation, { shown, shown95, durable, ...more }]) => ({ situation, shown, 'of 100, 95 within': shown95, durable, ratio: 'ratio' in more ? more.ratio : '' })),
    { situation: 'killed, until a press is shown', shown: round(median(kill)) },
  ],
});

/** Time until shown, under load against at rest: the median of the ratios of the rounds. */
function ratio(load: readonly Figures[], quiet: readonly Figures[]): number {
  return round(median(load.map(({ shown }, index) => shown / (quiet[index]?.shown ?? Number.NaN))));
}
