import { afterEach, describe, expect, it } from 'vitest';
import type { Device, DeviceState } from '../../../main/contract/trigger.ts';
import type { LinkState } from '../../../main/core/site/lan.ts';
import { createChanges } from '../../../main/station/changes.ts';
import { createSupervision } from '../../../main/station/supervision.ts';
import { createNoDevices } from '../../../native/noDevices.ts';
import { heldClock, makeTestStation, openTestLedger, silentLog, type TestLedger } from '../../support/ledger/testLedger.ts';

const desk = makeTestStation('Desk 1');
const office = makeTestStation('Back office');
const spot = { id: '00000000-0000-7000-8000-000000000001', trigger: { type: 'spot' as const }, gesture: { type: 'press' } as const, purpose: 'assist' as const };
const pedal = (state: DeviceState): Device => ({
  name: 'Foot pedal',
  profile: null,
  match: { vendorId: 1, productId: 2, usagePage: null, usage: null, interface: -1, serialNumber: null, portPath: '1-2' },
  path: null,
  state,
  bound: true,
  hint: null,
});
const link: LinkState = { station: office.station.id, connected: true, lastHeardAt: 0, armed: true, clockOffset: 0, distrusted: false };

let open: TestLedger | undefined;
afterEach(() => open?.close());

const supervise = ({ now = Date.UTC(2026, 10, 24, 9), devices = [], links = [link], bindings = [spot], capturing = false, listening = () => '127.0.0.1:7411' }: { now?: number; devices?: Device[]; links?: LinkState[]; bindings?: (typeof spot)[]; capturing?: boolean; listening?: () => string | null } = {}) => {
  const clock = heldClock(now);
  open = openTestLedger(desk, [office], clock);
  const identity = { station: desk.station, signingKey: desk.signingKey, tlsKey: new Uint8Array(), authorityCertificate: new Uint8Array(), siteKey: new Uint8Array(32), authorityKey: null };
  const context = { ledger: open.ledger, identity, clock, ids: { next: () => 'unused' }, log: silentLog, changes: createChanges(silentLog), procedures: [] };
  const supervision = createSupervision({ context, siteName: () => 'Elm', devices: { ...createNoDevices(), list: () => devices }, bindings: () => bindings, capturing: () => capturing, links: () => links, listening, live: true, procedureProblems: [], hostFindings: [] });
  return { ...supervision, clock, database: open.database };
};

describe('supervision', () => {
  it('finds a station armed and heard when everything would work', () => {
    expect(supervise({ devices: [pedal('ok')] }).status()).toMatchObject({ armed: true, heardBy: 1, faults: [], devices: [{ name: 'Foot pedal', state: 'ok' }] });
  });

  it.each(['absent', 'unreadable'] as const)('does not call a station armed whose bound pedal is %s', (state) => {
    expect(supervise({ devices: [pedal(state)] }).status()).toMatchObject({ armed: false, faults: [{ kind: 'device', subject: 'Foot pedal' }] });
  });

  it('does not call a station armed on which nothing is bound', () => {
    expect(supervise({ bindings: [] }).status()).toMatchObject({ armed: false, faults: [{ kind: 'trigger' }] });
  });

  it('does not call a station armed while a press would bind something', () => {
    expect(supervise({ capturing: true }).status()).toMatchObject({ armed: false, faults: [{ kind: 'trigger' }] });
  });

  it('does not call a station armed whose ledger has an alarm that it cannot write down', () => {
    const { status, database } = supervise();
    database.pragma('query_only = ON');
    open?.ledger.appendUrgently([{ kind: 'RunEnded', subject: 'run/1', body: {} }], () => {});
    expect(status()).toMatchObject({ armed: false, faults: [{ kind: 'ledger' }] });
    database.pragma('query_only = OFF');
    expect(status()).toMatchObject({ armed: true, faults: [] });
  });

  it('does not call a station armed whose ledger would take no write, before anybody has pressed', () => {
    const { status, database, clock } = supervise();
    expect(status().armed).toBe(true);
    database.pragma('query_only = ON');
    clock.pass(10_000);
    expect(status()).toMatchObject({ armed: false, faults: [{ kind: 'ledger' }] });
    database.pragma('query_only = OFF');
    expect(status().armed).toBe(true);
  });

  it('says when nobody would hear it, and which station is silent', () => {
    expect(supervise({ links: [] }).status()).toMatchObject({ heardBy: 0, armed: true, faults: [{ kind: 'peer', subject: 'Back office' }] });
  });

  it('names a station whose events it does not take at the moment, and is armed and heard by it all the same', () => {
    expect(supervise({ links: [{ ...link, distrusted: true }] }).status()).toMatchObject({ armed: true, heardBy: 1, faults: [{ kind: 'peer', subject: 'Back office', message: expect.stringContaining('its calls are heard') }] });
  });

  it('names the clock that is far off: its own, or one that differs from a colleague’s', () => {
    expect(supervise({ now: 0 }).status().faults).toMatchObject([{ kind: 'clock', message: expect.stringContaining('1970-01-01'), remedy: expect.stringContaining('Set the clock') }]);
    expect(supervise({ links: [{ ...link, clockOffset: -300_000 }] }).status().faults).toMatchObject([{ kind: 'clock', subject: 'Back office', message: expect.stringContaining('300 seconds') }]);
  });

  it('keeps the moment at which a fault began, and forgets it when the fault is over', () => {
    let listening: string | null = null;
    const { status, clock } = supervise({ listening: () => listening });
    const [first] = status().faults;
    clock.pass(60_000);
    expect(status().faults).toEqual([first]);
    listening = '127.0.0.1:7411';
    expect(status().faults).toEqual([]);
    listening = null;
    expect(status().faults).toMatchObject([{ kind: 'network', since: new Date(clock.now()).toISOString() }]);
  });
});
