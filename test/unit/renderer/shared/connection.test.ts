import { afterEach, describe, expect, test, vi } from 'vitest';
import { createConnection } from '../../../../renderer/shared/connection/station.ts';
import type { Connection } from '../../../../renderer/shared/connection/station.ts';
import { createWatches } from '../../../../renderer/shared/connection/watches.ts';
import { createPresser } from '../../../../renderer/shared/press.ts';
import { createPretendStation } from './pretendStation.ts';

let connection: Connection | undefined;
const connect = (open: Parameters<typeof createConnection>[0]): Connection => (connection = createConnection(open));
afterEach(() => connection?.close());

const becomes = (state: Connection['state']): Promise<void> => vi.waitFor(() => expect(connection?.state).toBe(state), 5_000);

describe('the connection to the station', () => {
  test('a call made before the carrier is open waits for it', async () => {
    const { client } = connect(createPretendStation().open);
    expect((await client.setup.state()).phase).toBe('new');
  });

  test('comes back by itself with the same client', async () => {
    const station = createPretendStation();
    const { client } = connect(station.open);
    await becomes('connected');
    station.drop();
    await becomes('lost');
    await becomes('connected');
    expect(station.opened()).toBe(2);
    expect((await client.setup.state()).phase).toBe('new');
  });

  test('tries again while the station is not there yet', async () => {
    const station = createPretendStation();
    let refusals = 2;
    connect(() => (refusals-- > 0 ? Promise.reject(new Error('Nobody there')) : station.open()));
    await becomes('connected');
    expect(station.opened()).toBe(1);
  });

  test('a live value keeps its last state while the station is away and is whole again afterwards', async () => {
    const station = createPretendStation();
    const watch = createWatches(connect(station.open)).watch('settings', (client, signal) => client.station.watchSettings(undefined, { signal }));
    const stop = watch.subscribe(() => {});
    await vi.waitFor(() => expect(watch.latest()?.textSize).toBe('medium'), 5_000);
    station.drop();
    await becomes('lost');
    expect(watch.latest()?.textSize).toBe('medium');
    await vi.waitFor(() => expect(watch.latest()?.textSize).toBe('large'), 5_000);
    stop();
  });
});

describe('a step of the notes that calls', () => {
  test('is sent again with the same id until the station has answered it', async () => {
    const station = createPretendStation();
    station.failures = 2;
    const presser = createPresser(connect(station.open));
    presser.press('assist');
    await vi.waitFor(() => expect(presser.waiting).toBe(0), 5_000);
    expect(station.pressed).toHaveLength(3);
    expect(new Set(station.pressed.map(({ id }) => id)).size).toBe(1);
  });

  test('outlives a lost connection', async () => {
    const station = createPretendStation();
    const presser = createPresser(connect(station.open));
    await becomes('connected');
    station.drop();
    await becomes('lost');
    presser.press('emergency');
    await vi.waitFor(() => expect(presser.waiting).toBe(0), 8_000);
    expect(station.pressed[0]).toMatchObject({ level: 'emergency', source: 'spot', kind: 'real' });
  });

  test('two presses are two, with an id each', async () => {
    const station = createPretendStation();
    const presser = createPresser(connect(station.open));
    presser.press('assist');
    presser.press('assist');
    await vi.waitFor(() => expect(presser.waiting).toBe(0), 5_000);
    expect(new Set(station.pressed.map(({ id }) => id)).size).toBe(2);
  });

  test('bound keys rest only while somebody chooses a new one', () => {
    const told: boolean[] = [];
    const presser = createPresser(connect(createPretendStation().open), { pauseKeys: (paused) => told.push(paused) });
    const resume = presser.pauseKeys();
    expect(presser.keysPaused).toBe(true);
    resume();
    expect(presser.keysPaused).toBe(false);
    expect(told).toEqual([true, false]);
  });
});
