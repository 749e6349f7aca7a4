import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { channelInputSchema, type ChannelInput } from '../../../../main/contract/channel.ts';
import { createCourier } from '../../../../main/channel/courier.ts';
import { drivers } from '../../../../main/channel/drivers.ts';
import type { Courier, UsableChannel } from '../../../../main/core/channel/courier.ts';
import { createChanges } from '../../../../main/station/changes.ts';
import { createChannels, type Channels } from '../../../../main/station/channel/channels.ts';
import { createCounters } from '../../../../main/station/channel/counters.ts';
import { createZones } from '../../../../main/station/channel/zones.ts';
import { subjectOf } from '../../../../main/core/event/subject.ts';
import { startHttpPeer, type HttpPeer } from '../../../support/channel/httpPeer.ts';
import { driverDependencies, recordingLog } from '../../../support/channel/usableChannel.ts';
import { heldClock, makeTestStation, openTestLedger, type TestLedger, type TestStation } from '../../../support/ledger/testLedger.ts';

const desk = makeTestStation('Desk 1');
const office = makeTestStation('Back office');
const siteKey = new Uint8Array(32).fill(3);
const secret = 'a plain secret, 1234';

interface Site {
  readonly open: TestLedger;
  readonly channels: Channels;
  readonly used: () => readonly UsableChannel[];
  readonly supervised: () => ReadonlySet<string>;
  readonly logged: () => string;
  readonly close: () => Promise<void>;
}

describe('the channels of a site', () => {
  const sites: Site[] = [];
  let server: HttpPeer;
  let connected: string[];
  let made = 0;

  /** A station's channels with the real ledger and courier; what the courier is told is noted on its way. */
  const openSite = (self: TestStation, others: readonly TestStation[], open = openTestLedger(self, others)): Site => {
    const log = recordingLog();
    const clock = heldClock();
    const courier = createCourier(driverDependencies(log), drivers);
    let used: readonly UsableChannel[] = [];
    let supervised: ReadonlySet<string> = new Set();
    const noting: Courier = {
      ...courier,
      use: (channels) => courier.use((used = channels)),
      supervise: (ids) => courier.supervise((supervised = ids)),
    };
    const context = {
      ledger: open.ledger,
      identity: { station: self.station, signingKey: self.signingKey, tlsKey: new Uint8Array(), authorityCertificate: new Uint8Array(), siteKey, authorityKey: null },
      clock,
      ids: { next: () => `00000000-0000-7000-8000-${(made += 1).toString(16).padStart(12, '0')}` },
      log,
      changes: createChanges(log),
      procedures: [],
    };
    const channels = createChannels({ context, courier: noting, siteName: () => 'Central Library', connected: () => connected, zones: createZones(context), live: true });
    const site: Site = {
      open,
      channels,
      used: () => used,
      supervised: () => supervised,
      logged: log.text,
      close: async () => {
        channels.stop();
        await courier.close();
        open.close();
      },
    };
    sites.push(site);
    return site;
  };

  const hook = (rest: object = {}): ChannelInput => channelInputSchema.parse({ id: 'hook', name: 'Control room', settings: { type: 'webhook', url: `http://127.0.0.1:${server.port}/` }, ...rest });

  beforeEach(async () => {
    connected = [];
    server = await startHttpPeer(null);
  });
  afterEach(async () => {
    for (const site of sites.splice(0)) await site.close();
    await server.close();
  });

  it('are saved, listed without secrets, used by the courier with them, replaced and removed', () => {
    const { channels, used } = openSite(desk, []);
    expect(channels.save(hook({ secrets: { signingKey: secret } }), null)).toMatchObject({ ok: true, value: { id: 'hook', secretsSet: ['signingKey'] } });
    expect(used()).toMatchObject([{ id: 'hook', secrets: { signingKey: secret } }]);
    channels.save(hook({ name: 'Renamed' }), null);
    expect(channels.list()).toMatchObject([{ name: 'Renamed', secretsSet: ['signingKey'] }]);
    expect(used()).toMatchObject([{ name: 'Renamed', secrets: { signingKey: secret } }]);
    channels.save(hook({ secrets: { signingKey: '' } }), null);
    expect(channels.list()).toMatchObject([{ secretsSet: [] }]);
    expect(used()[0]?.secrets).toEqual({});
    expect(channels.remove('hook', null).ok).toBe(true);
    expect([channels.list(), used()]).toEqual([[], []]);
    expect(channels.remove('hook', null)).toMatchObject({ ok: false, error: { type: 'ChannelUnknown' } });
  });

  it('keep their secrets sealed: in events, in the database, in lists, attempts and the log', async () => {
    const { channels, open, logged } = openSite(desk, []);
    channels.save(hook({ secrets: { signingKey: secret } }), null);
    await channels.test('hook');
    channels.save(hook({ name: 'Again' }), null);
    const forms = [secret, Buffer.from(secret).toString('base64'), Buffer.from(secret).toString('hex')];
    const tables = open.database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
    const rows = tables.flatMap((table) => open.database.prepare(`SELECT * FROM "${String(table)}"`).raw().all());
    const everything = [
      ...open.ledger.read(desk.station.id, 0, 1_000_000).map(({ bytes }) => Buffer.from(bytes).toString('latin1')),
      ...rows.flat(2).map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value))),
      JSON.stringify([channels.list(), channels.files(), channels.attempts('hook')]),
      logged(),
    ].join('\n');
    expect(everything).toContain('Control room');
    for (const form of forms) expect(everything).not.toContain(form);
  });

  it('name the field of what does not fit', () => {
    const { channels } = openSite(desk, []);
    const fieldOf = (input: ChannelInput): string | undefined => {
      const saved = channels.save(input, null);
      return saved.ok ? undefined : saved.error.field;
    };
    expect(fieldOf(hook({ secrets: { encryptionKey: '0'.repeat(32) } }))).toBe('secrets.encryptionKey');
    expect(fieldOf(hook({ settings: { type: 'webhook', url: 'https://a.example/', ca: 'no certificate' } }))).toBe('settings.ca');
    expect(fieldOf(hook({ from: ['f'.repeat(32)] }))).toBe('from');
    expect(fieldOf(hook({ settings: { type: 'webhook', url: 'https://a.example/', user: 'bell' } }))).toBe('secrets.password');
    expect(channels.list()).toEqual([]);
  });

  it('lose the secrets of a type that they are not of any more', () => {
    const { channels, used } = openSite(desk, []);
    channels.save(hook({ secrets: { signingKey: secret } }), null);
    channels.save(hook({ settings: { type: 'mqtt', host: '127.0.0.1', tls: false } }), null);
    expect(used()).toMatchObject([{ settings: { type: 'mqtt' }, secrets: {}, secretsSet: [] }]);
  });

  it('are tried with a message that says it is a test, and the attempt is written down', async () => {
    const { channels, open } = openSite(desk, []);
    channels.save(hook(), null);
    expect(await channels.test('hook')).toMatchObject({ ok: true, value: { channel: 'hook', occasion: 'test', attempt: 1, outcome: 'received', answer: '200 ok', station: 'Desk 1' } });
    expect(JSON.parse(server.requests[0]?.body ?? '')).toMatchObject({ kind: 'test', occasion: 'test', alarm: null, text: expect.stringContaining('Nobody is in danger') });
    expect(open.ledger.eventsOf(subjectOf('channel', 'hook')).map(({ kind }) => kind)).toEqual(['ChannelSaved', 'DeliveryAttempted']);
    expect(channels.attempts('hook')).toMatchObject([{ occasion: 'test', outcome: 'received', alarm: null }]);
    expect(await channels.test('nothing')).toMatchObject({ ok: false, error: { type: 'ChannelUnknown' } });
  });

  it('show how a test failed, and the newest attempt first', async () => {
    const { channels } = openSite(desk, []);
    channels.save(hook(), null);
    await channels.test('hook');
    await server.close();
    expect(await channels.test('hook')).toMatchObject({ ok: true, value: { outcome: 'failed', answer: expect.stringContaining('ECONNREFUSED') } });
    expect(channels.attempts('hook').map(({ outcome }) => outcome).toSorted((a, b) => a.localeCompare(b))).toEqual(['failed', 'received']);
    server = await startHttpPeer(null);
  });

  it('work on while the database cannot be read', async () => {
    const { channels, open } = openSite(desk, []);
    channels.save(hook({ secrets: { signingKey: secret } }), null);
    open.database.close();
    channels.tick();
    expect(channels.list()).toHaveLength(1);
    expect(await channels.test('hook')).toMatchObject({ ok: true, value: { outcome: 'received' } });
  });

  it('reach the other stations with their secrets, which only stations of the site can open', () => {
    const first = openSite(desk, [office]);
    const second = openSite(office, [desk]);
    first.channels.save(hook({ secrets: { signingKey: secret } }), null);
    expect(second.open.ledger.accept(first.open.ledger.read(desk.station.id, 0, 1_000_000)).ok).toBe(true);
    expect(second.used()).toMatchObject([{ id: 'hook', secrets: { signingKey: secret } }]);
  });

  it('that name a station are used and tried from there alone', async () => {
    const first = openSite(desk, [office]);
    expect(first.channels.save(hook({ from: [office.station.id] }), null).ok).toBe(true);
    expect(first.used()).toEqual([]);
    expect(first.channels.list()).toMatchObject([{ id: 'hook', state: { state: 'unused' } }]);
    expect(await first.channels.test('hook')).toMatchObject({ ok: false, error: { type: 'ChannelUnusable', field: 'from', remedy: expect.stringContaining('Back office') } });
    const second = openSite(office, [desk]);
    second.open.ledger.accept(first.open.ledger.read(desk.station.id, 0, 1_000_000));
    expect(second.used()).toHaveLength(1);
    expect(second.supervised()).toEqual(new Set(['hook']));
    expect(await second.channels.test('hook')).toMatchObject({ ok: true, value: { outcome: 'received' } });
  });

  it('are supervised by one of the stations that see one another, and by another one when that is gone', () => {
    const [low, high] = [desk, office].toSorted((a, b) => (a.station.id < b.station.id ? -1 : 1));
    if (low === undefined || high === undefined) throw new Error('There are two');
    const { channels, supervised } = openSite(high, [low]);
    connected = [low.station.id];
    channels.save(hook(), null);
    expect(supervised()).toEqual(new Set());
    connected = [];
    channels.tick();
    expect(supervised()).toEqual(new Set(['hook']));
  });
});

describe('numbers that go on across restarts', () => {
  it('are not given twice, begin again after the last, and go on in memory while nothing can be written', () => {
    const open = openTestLedger(desk, []);
    const log = recordingLog();
    const first = createCounters({ ledger: open.ledger, log })('dc09/arc');
    expect([first.next(3), first.next(3)]).toEqual([1, 2]);
    const restarted = createCounters({ ledger: open.ledger, log })('dc09/arc');
    expect([restarted.next(3), restarted.next(3)]).toEqual([3, 1]);
    open.database.pragma('query_only = ON');
    expect([restarted.next(3), restarted.next(3)]).toEqual([2, 3]);
    open.close();
  });
});

describe('the zone of a station', () => {
  it('is its place in the order of enrolment, the same everywhere, and known without the database', () => {
    const open = openTestLedger(desk, [office]);
    const enrol = ({ station }: TestStation) => ({ kind: 'StationEnrolled' as const, subject: subjectOf('station', station.id), body: { name: station.name, place: '', signingKey: '00', certificate: '00' } });
    open.ledger.append([enrol(office)]);
    const zones = createZones({ ledger: open.ledger, log: recordingLog() });
    open.ledger.append([enrol(desk)]);
    open.database.close();
    expect([office, desk].map(({ station }) => zones.of(station.id))).toEqual([1, 2]);
    expect(zones.of('nobody')).toBe(0);
    zones.stop();
  });
});
