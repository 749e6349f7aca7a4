import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { channelInputSchema, type ChannelInput, type ChannelSecrets, type PlanDocument, type StationClient } from '../../main/contract/index.ts';
import { problemOf } from '../../main/station/answers.ts';
import { createStation } from '../../main/station/createStation.ts';
import type { Station } from '../../main/station/station.ts';
import { createNoDevices } from '../../native/noDevices.ts';
import { createNoRelays } from '../../native/noRelays.ts';
import { createTestAuthority } from '../support/channel/certificates.ts';
import { startHttpPeer, type HttpPeer } from '../support/channel/httpPeer.ts';
import { startTcpPeer, type TcpPeer } from '../support/channel/smtpPeer.ts';
import { recordingLog } from '../support/channel/usableChannel.ts';

const soon = { timeout: 20_000, interval: 50 };
const secret = 'a plain secret, 1234';

// The whole station, its plan and its real channels.
describe('an alarm that leaves the site', () => {
  let ca: string;
  let tls: { readonly cert: string; readonly key: string };
  let folder = '';
  let station: Station;
  let command: StationClient;
  let window: StationClient;
  let controlRoom: HttpPeer;
  let hanging: TcpPeer;
  let log: ReturnType<typeof recordingLog>;
  let presses = 0;

  beforeAll(async () => {
    const authority = await createTestAuthority();
    ca = authority.ca;
    tls = await authority.issue();
  });

  const planWith = (...channels: readonly string[]): PlanDocument => ({
    plans: [{ id: 'always', name: 'Always', use: 'always', stations: [], secondPress: 30, steps: [{ after: 0, recipients: [{ to: 'everyone' }, ...channels.map((channel) => ({ to: 'channel' as const, channel }))], when: { unacknowledged: false, level: 'assist' } }] }],
    groups: [],
    hours: [],
    faults: { channels: [], after: 60 },
    checkIn: { every: 30, grace: 120, level: 'assist' },
  });
  const hook = (id: string, secrets: ChannelSecrets = {}, rest: object = {}): ChannelInput => channelInputSchema.parse({ id, name: id, settings: { type: 'webhook', url: `https://127.0.0.1:${controlRoom.port}/${id}`, ca }, secrets, ...rest });
  const mail = (): ChannelInput => channelInputSchema.parse({ id: 'mail', name: 'mail', settings: { type: 'email', host: '127.0.0.1', port: hanging.port, from: 'bell@library.example', to: ['a@library.example'] } });
  const press = async (kind: 'real' | 'drill' = 'real'): Promise<string> => (await command.alarm.press({ id: `00000000-0000-7000-8000-${(presses += 1).toString(16).padStart(12, '0')}`, level: 'emergency', kind, source: 'command' })).alarm;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quietbell-ways-out-'));
    log = recordingLog();
    controlRoom = await startHttpPeer(tls);
    hanging = await startTcpPeer();
    const created = await createStation({ dataFolder: folder, databaseKey: null, listen: '127.0.0.1:0', live: true, devices: createNoDevices(), relays: createNoRelays(), log });
    if (!created.ok) throw new Error(created.error.message);
    station = created.value;
    command = station.client('command');
    window = station.client('window');
    await command.setup.createSite({ site: 'Central Library', station: 'Desk 1', place: 'Entrance', administrator: { name: 'Ada', pin: '2468' } });
  });
  afterEach(async () => {
    await station.close();
    await controlRoom.close();
    await hanging.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('reaches the webhook while the mail server beside it hangs, and what came of it is on the record', async () => {
    await command.channel.save(mail());
    await command.channel.save(hook('hook'));
    await command.plan.save(planWith('mail', 'hook'));
    const alarm = await press();
    await vi.waitFor(() => expect(controlRoom.requests).toHaveLength(1), soon);
    expect(JSON.parse(controlRoom.requests[0]?.body ?? '')).toMatchObject({ kind: 'real', level: 'emergency', alarm, site: 'Central Library', station: 'Desk 1', place: 'Entrance', zone: 1 });
    await vi.waitFor(async () => expect(await command.channel.attempts({ id: 'hook' })).toMatchObject([{ alarm, occasion: 'raised', outcome: 'received', answer: '200 ok' }]), soon);
    expect((await command.alarm.list())[0]?.attempts).toMatchObject([{ channel: 'hook', outcome: 'received' }]);
  });

  it('never leaves by a channel that is not safe for drills when it is a drill', async () => {
    await command.channel.save(hook('safe', {}, { safeForDrills: true }));
    await command.channel.save(hook('police'));
    await command.plan.save(planWith('police', 'safe'));
    await press('drill');
    await vi.waitFor(() => expect(controlRoom.requests).toHaveLength(1), soon);
    expect(controlRoom.requests[0]?.path).toBe('/safe');
    expect(JSON.parse(controlRoom.requests[0]?.body ?? '')).toMatchObject({ kind: 'drill', subject: expect.stringContaining('DRILL') });
  });

  it('shows a secret nowhere: not in lists, status, answers or logs', async () => {
    const shown = [await command.channel.save(hook('hook', { signingKey: secret })), await command.channel.test({ id: 'hook' }), await command.channel.list(), await command.channel.attempts({ id: 'hook' })];
    await vi.waitFor(async () => expect((await command.site.status()).channels).toMatchObject([{ id: 'hook', state: { state: 'ok' } }]), soon);
    const everything = JSON.stringify([shown, await command.site.status(), await command.alarm.list()]) + log.text();
    expect(everything).toContain('signingKey');
    expect(everything).not.toContain(secret);
  });

  it('is set up by administrators alone; whoever is signed in sees the channels', async () => {
    const problem = (call: Promise<unknown>): Promise<string | undefined> =>
      call.then(
        () => undefined,
        (error: unknown) => problemOf(error)?.type,
      );
    await command.channel.save(hook('hook'));
    expect(await problem(window.channel.list())).toBe('SignInRequired');
    const colleague = await command.staff.add({ name: 'Ben', role: 'supervisor', pin: '1357' });
    await window.session.signIn({ staff: colleague.id, pin: '1357' });
    expect(await window.channel.list()).toMatchObject([{ id: 'hook' }]);
    expect(await problem(window.channel.save(hook('hook')))).toBe('RoleInsufficient');
    expect(await problem(window.channel.remove({ id: 'hook' }))).toBe('RoleInsufficient');
    expect(await problem(window.channel.test({ id: 'hook' }))).toBe('RoleInsufficient');
  });

  it('finds a way out that does not answer before anybody needs it: it is a fault', async () => {
    await hanging.close();
    await command.channel.save(mail());
    await vi.waitFor(async () => {
      const { channels, faults } = await command.site.status();
      expect(channels).toMatchObject([{ id: 'mail', state: { state: 'fault', message: expect.stringContaining('ECONNREFUSED') } }]);
      expect(faults.some(({ kind, subject }) => kind === 'channel' && subject === 'mail')).toBe(true);
    }, soon);
  });
});
