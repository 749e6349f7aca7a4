import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Alarm } from '../../../main/contract/index.ts';
import { createStation } from '../../../main/station/createStation.ts';
import type { Station } from '../../../main/station/station.ts';
import { createNoDevices } from '../../../native/noDevices.ts';
import { createNoRelays } from '../../../native/noRelays.ts';
import { problemOf } from '../../../renderer/shared/connection/problems.ts';
import { createConnection } from '../../../renderer/shared/connection/station.ts';
import type { Connection } from '../../../renderer/shared/connection/station.ts';
import { createWatches } from '../../../renderer/shared/connection/watches.ts';
import { overMessagePort, overWebSocket } from './carriersUnderTest.ts';
import type { CarrierUnderTest } from './carriersUnderTest.ts';

const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** One shared suite, run against each carrier. */
const carriers = [
  { name: 'a MessagePort', make: overMessagePort },
  { name: 'a WebSocket', make: overWebSocket },
];

describe.each(carriers)('the contract over $name', ({ make }) => {
  let folder = '';
  let station: Station;
  let carrier: CarrierUnderTest;
  let connection: Connection;

  const press = (): Promise<{ readonly alarm: string }> => station.client('command').alarm.press({ id: randomUUID(), level: 'assist', kind: 'test', source: 'command' });
  const failureOf = async (call: Promise<unknown>): Promise<unknown> =>
    call.then(
      (value) => expect.fail(`it was answered with ${JSON.stringify(value)}`),
      (error: unknown) => error,
    );

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quietbell-carrier-'));
    const created = await createStation({ dataFolder: folder, databaseKey: null, listen: '127.0.0.1:0', live: true, devices: createNoDevices(), relays: createNoRelays(), log: quiet });
    if (!created.ok) throw new Error(created.error.message);
    station = created.value;
    carrier = await make(station);
  });
  beforeEach(() => {
    connection = createConnection(carrier.open);
  });
  afterEach(() => {
    carrier.bar(false);
    connection.close();
  });
  afterAll(async () => {
    await carrier.close();
    await station.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('carries an expected failure with what to do about it', async () => {
    const problem = problemOf(await failureOf(connection.client.site.status()));
    expect(problem).toMatchObject({ type: 'SiteMissing' });
    expect(problem?.remedy).not.toBe('');
  });

  it('answers a question, and a command that changes the answer', async () => {
    expect(await connection.client.setup.state()).toMatchObject({ phase: 'new' });
    await connection.client.setup.createSite({ site: 'Harbour library', station: 'Desk 1', administrator: { name: 'Ada', pin: '2468' } });
    expect(await connection.client.setup.state()).toMatchObject({ phase: 'ready' });
    expect(await connection.client.site.status()).toMatchObject({ site: 'Harbour library', station: 'Desk 1' });
  });

  it('names the field of an input that does not fit', async () => {
    const problem = problemOf(await failureOf(connection.client.staff.add({ name: 'Grace', role: 'desk', pin: 'no digits' })));
    expect(problem).toMatchObject({ type: 'InputInvalid', field: 'pin' });
  });

  it('tells the whole present state first, then each change', async () => {
    const ending = new AbortController();
    const alarms = (await connection.client.alarm.watch(undefined, { signal: ending.signal }))[Symbol.asyncIterator]();
    const first = await alarms.next();
    const { alarm } = await press();
    const ids = (item: IteratorResult<readonly Alarm[], unknown>): readonly string[] => (item.done === true ? [] : item.value.map(({ id }) => id));
    expect(ids(first)).not.toContain(alarm);
    await vi.waitFor(async () => expect(ids(await alarms.next())).toContain(alarm));
    ending.abort();
    await station.client('command').alarm.close({ alarm });
  });

  it('comes back by itself after a break, with nothing missed', async () => {
    const watch = createWatches(connection).watch<readonly Alarm[]>('alarms', (client, signal) => client.alarm.watch(undefined, { signal }));
    const stop = watch.subscribe(() => {});
    await vi.waitFor(() => expect(watch.latest()).toBeDefined());

    carrier.bar(true);
    carrier.drop();
    await vi.waitFor(() => expect(connection.state).toBe('lost'));
    const { alarm } = await press();
    expect(watch.latest()?.map(({ id }) => id)).not.toContain(alarm);

    carrier.bar(false);
    await vi.waitFor(() => expect(watch.latest()?.map(({ id }) => id)).toContain(alarm), 10_000);
    expect(connection.state).toBe('connected');
    await station.client('command').alarm.close({ alarm });
    carrier.drop();
    await vi.waitFor(() => expect(connection.state).toBe('lost'));
    stop();
  });

  it('lets a call that is made during a break wait for the connection', async () => {
    await connection.client.setup.state();
    carrier.bar(true);
    carrier.drop();
    await vi.waitFor(() => expect(connection.state).toBe('lost'));
    const answer = connection.client.site.status();
    carrier.bar(false);
    expect(await answer).toMatchObject({ station: 'Desk 1' });
  });

  it('fails a call whose answer is cut off, instead of leaving it hanging', async () => {
    await connection.client.setup.state();
    const steps = (await connection.client.alarm.watch())[Symbol.asyncIterator]();
    await steps.next();
    const cutOff = failureOf(steps.next());
    carrier.drop();
    expect(problemOf(await cutOff)).toBeNull();
  });
});
