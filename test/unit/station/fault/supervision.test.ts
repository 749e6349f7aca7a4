import { afterEach, describe, expect, it } from 'vitest';
import type { Device, DeviceState } from '../../../../main/contract/trigger.ts';
import type { Binding } from '../../../../main/contract/trigger.ts';
import type { KnownChannel } from '../../../../main/core/fault/peerFindings.ts';
import type { ClockVerdict } from '../../../../main/core/site/judgeClock.ts';
import type { LinkState } from '../../../../main/core/site/lan.ts';
import { createAttendance } from '../../../../main/station/fault/attendance.ts';
import { createChanges } from '../../../../main/station/changes.ts';
import { createSupervision } from '../../../../main/station/fault/supervision.ts';
import { createNoDevices } from '../../../../native/noDevices.ts';
import { heldClock, makeTestStation, openTestLedger, silentLog, type TestLedger } from '../../../support/ledger/testLedger.ts';

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
  caution: null,
  hint: null,
});
const spotBinding = (): Binding => ({ ...spot });
const pedalBinding = (purpose: Binding['purpose'] = 'assist'): Binding => ({
  id: '00000000-0000-7000-8000-000000000002',
  trigger: { type: 'device', device: pedal('ok').match, element: { reportId: 0, byte: 0, mask: 1, value: 1 }, name: 'Foot pedal' },
  gesture: { type: 'press' },
  purpose,
});
const channel = (state: 'ok' | 'fault', message = ''): KnownChannel => ({ id: 'mail', name: 'E-mail to IT', state: { state, message, checkedAt: null } });
const link: LinkState = { station: office.station.id, connected: true, lastHeardAt: 0, armed: true, attended: true, clockOffset: 0, misconduct: [] };

let open: TestLedger | undefined;
afterEach(() => open?.close());

interface Facts {
  readonly now?: number;
  readonly verdict?: ClockVerdict;
  readonly stampsAhead?: number;
  readonly devices?: Device[];
  readonly links?: LinkState[];
  readonly bindings?: readonly Binding[];
  readonly capturing?: boolean;
  readonly listening?: () => string | null;
  readonly channels?: readonly KnownChannel[];
  readonly free?: number | null;
  readonly expectsWindow?: boolean;
  readonly signedIn?: () => boolean;
  /** Of the windows that the station is served with from the start on. */
  readonly windows?: number;
  readonly colleagues?: readonly (typeof office)[];
}

const supervise = ({ now = Date.UTC(2026, 10, 24, 9), verdict = { verdict: 'agrees' }, stampsAhead = 0, devices = [], links = [link], bindings = [spotBinding()], capturing = false, listening = () => '127.0.0.1:7411', channels = [], free = 1e9, expectsWindow = false, signedIn = () => false, windows = 1, colleagues = [office] }: Facts = {}) => {
  const clock = heldClock(now);
  open = openTestLedger(desk, colleagues, clock);
  const identity = { station: desk.station, signingKey: desk.signingKey, tlsKey: new Uint8Array(), authorityCertificate: new Uint8Array(), siteKey: new Uint8Array(32), authorityKey: null };
  const changes = createChanges(silentLog);
  const context = { ledger: open.ledger, identity, clock, ids: { next: () => 'unused' }, log: silentLog, changes, procedures: [] };
  const attendance = createAttendance(clock, changes);
  const closeWindows = Array.from({ length: windows }, attendance.openWindow);
  const supervision = createSupervision({
    context,
    siteName: () => 'Elm',
    devices: { ...createNoDevices(), list: () => devices },
    bindings: () => bindings,
    capturing: () => capturing,
    attendance,
    signedIn,
    links: () => links,
    clock: () => ({ now: clock.now(), verdict, stampsAhead }),
    isRetired: () => false,
    papers: () => [],
    signIns: () => [],
    listening,
    channels: () => channels,
    attachments: () => ({ waiting: 0, withoutRoom: 0, unwritable: false }),
    disk: () => ({ free, hangs: false }),
    backups: { findings: () => [], summary: () => ({ scheduled: false, last: null }) },
    planProblems: () => [],
    live: true,
    expectsWindow,
    procedureProblems: [],
    hostFindings: [], retention: () => [],
  });
  return { ...supervision, clock, database: open.database, attendance, closeWindows: () => closeWindows.forEach((close) => close()) };
};

describe('supervision', () => {
  it('finds a station armed and heard when everything would work', () => {
    expect(supervise({ devices: [pedal('ok')] }).status()).toMatchObject({ armed: true, heardBy: 1, faults: [], devices: [{ name: 'Foot pedal', state: 'ok' }] });
  });

  it.each(['absent', 'unreadable', 'stuck', 'chattering', 'unplugged'] as const)('does not call a station armed whose bound pedal is %s, and says what to do', (state) => {
    const { status } = supervise({ devices: [pedal(state)], bindings: [pedalBinding()] });
    expect(status()).toMatchObject({ armed: false, faults: [{ kind: 'device', subject: 'Foot pedal', message: expect.stringMatching(/^Foot pedal .+\.$/), remedy: expect.stringMatching(/.+\.$/) }] });
  });

  it('calls a station armed whose pedal for the checklist is broken, and names the fault', () => {
    const { status } = supervise({ devices: [pedal('absent')], bindings: [spotBinding(), pedalBinding('checklist')] });
    expect(status()).toMatchObject({ armed: true, faults: [{ kind: 'device' }] });
  });

  it('does not call a station armed on which only quiet functions are bound', () => {
    expect(supervise({ devices: [pedal('ok')], bindings: [pedalBinding('acknowledge')] }).status()).toMatchObject({ armed: false, faults: [{ kind: 'trigger' }] });
  });

  it('does not call a station armed whose only key or spot has no window to hear it, and says why', () => {
    const { status, closeWindows } = supervise();
    expect(status().armed).toBe(true);
    closeWindows();
    expect(status()).toMatchObject({ armed: false, windows: 0, faults: [{ kind: 'trigger', message: expect.stringContaining('no window is connected') }] });
  });

  it('calls a station with a pedal armed although no window is connected', () => {
    expect(supervise({ windows: 0, devices: [pedal('ok')], bindings: [spotBinding(), pedalBinding()] }).status()).toMatchObject({ armed: true, faults: [] });
  });

  it('misses a window that the host shows after 20 seconds, and none where there is no screen', () => {
    const cupboard = supervise({ windows: 0, devices: [pedal('ok')], bindings: [pedalBinding()] });
    cupboard.clock.pass(60_000);
    expect(cupboard.status().faults).toEqual([]);
    open?.close();
    const { status, clock, closeWindows } = supervise({ devices: [pedal('ok')], bindings: [pedalBinding()], expectsWindow: true });
    closeWindows();
    clock.pass(19_000);
    expect(status().faults).toEqual([]);
    clock.pass(1_000);
    expect(status()).toMatchObject({ armed: true, faults: [{ kind: 'window' }] });
  });

  it('names a disk that is nearly full before it is', () => {
    expect(supervise({ free: 199_999_999 }).status()).toMatchObject({ armed: true, faults: [{ kind: 'disk', message: expect.stringContaining('199 MB') }] });
    open?.close();
    expect(supervise({ free: 200_000_000 }).status().faults).toEqual([]);
  });

  it('names a channel that does not work, with what it said', () => {
    expect(supervise({ channels: [channel('fault', 'The server did not answer.')] }).status()).toMatchObject({ armed: true, faults: [{ kind: 'channel', subject: 'E-mail to IT', message: expect.stringContaining('did not answer') }], channels: [{ id: 'mail' }] });
  });

  it('counts the colleagues who would hear, and those of them who have somebody at the screen', () => {
    expect(supervise({ links: [{ ...link, attended: false }] }).status()).toMatchObject({ heardBy: 1, attendedBy: 0, peers: [{ attended: false }] });
    open?.close();
    expect(supervise().status()).toMatchObject({ heardBy: 1, attendedBy: 1 });
  });

  it('is attended while a window is connected and somebody touched it within a quarter of an hour, or is signed in', () => {
    let somebody = false;
    const { status, clock, attendance, closeWindows } = supervise({ signedIn: () => somebody });
    expect(status().attended).toBe(false);
    attendance.noteActivity();
    clock.pass(15 * 60_000);
    expect(status().attended).toBe(true);
    clock.pass(1);
    expect(status().attended).toBe(false);
    somebody = true;
    expect(status().attended).toBe(true);
    closeWindows();
    expect(status().attended).toBe(false);
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
    expect(supervise({ links: [] }).status()).toMatchObject({ heardBy: 0, armed: true, faults: [{ kind: 'peer', message: expect.stringContaining('nobody would hear') }, { kind: 'peer', subject: 'Back office' }] });
  });

  it('says of the only station of a site that nobody would hear it, unless there is a way out of the building', () => {
    expect(supervise({ links: [], colleagues: [] }).status()).toMatchObject({ armed: true, faults: [{ kind: 'peer', message: expect.stringContaining('nobody would hear') }] });
    open?.close();
    expect(supervise({ links: [], colleagues: [], channels: [channel('ok')] }).status().faults).toEqual([]);
    open?.close();
    expect(supervise({ links: [], channels: [channel('ok')] }).status().faults).toMatchObject([{ message: expect.stringContaining('only go to E-mail to IT') }, {}]);
  });

  it('names a station whose events it does not take at the moment, and is armed and heard by it all the same', () => {
    expect(supervise({ links: [{ ...link, misconduct: ['forgery'] }] }).status()).toMatchObject({ armed: true, heardBy: 1, faults: [{ kind: 'peer', subject: 'Back office', message: expect.stringContaining('Its calls are heard') }] });
  });

  it('names the clock that is wrong, says how far, and whose it is', () => {
    const clockFault = (facts: Facts) => {
      const { faults } = supervise(facts).status();
      open?.close();
      return faults;
    };
    const hour = 3_600_000;
    expect(clockFault({ now: 0, verdict: { verdict: 'alone' } })).toMatchObject([{ kind: 'clock', subject: 'clock', message: expect.stringContaining('1970-01-01'), remedy: expect.stringContaining('Set the clock') }]);
    expect(clockFault({ verdict: { verdict: 'outvoted', offset: -3 * hour }, links: [{ ...link, clockOffset: -3 * hour }] })).toMatchObject([{ kind: 'clock', subject: 'clock', message: 'The clock of this terminal is 3 hours ahead of those of the other stations.' }]);
    expect(clockFault({ verdict: { verdict: 'outvoted', offset: 57 * 365.25 * 24 * hour } })).toMatchObject([{ subject: 'clock', message: 'The clock of this terminal is 57 years behind those of the other stations.' }]);
    expect(clockFault({ links: [{ ...link, clockOffset: -300_000 }] })).toMatchObject([{ kind: 'clock', subject: 'Back office', message: 'The clock of Back office is 5 minutes behind.', remedy: expect.stringContaining('Set the clock of Back office') }]);
    expect(clockFault({ verdict: { verdict: 'undecided' }, links: [{ ...link, clockOffset: -300_000 }] })).toMatchObject([{ subject: 'Back office', message: expect.stringContaining('differ by 5 minutes') }]);
  });

  it('says while what is written bears a time that lies ahead, until the others bear the clock out', () => {
    const years = 73 * 365.25 * 24 * 3_600_000;
    expect(supervise({ verdict: { verdict: 'undecided' }, stampsAhead: years }).status().faults).toMatchObject([{ kind: 'clock', message: expect.stringContaining('73 years ahead'), remedy: expect.stringContaining('ends by itself') }]);
    open?.close();
    expect(supervise({ verdict: { verdict: 'agrees' }, stampsAhead: years }).status().faults).toEqual([]);
    open?.close();
    expect(supervise({ verdict: { verdict: 'undecided' }, stampsAhead: 9 * 60_000 }).status().faults, 'the fastest clock of a site pulls the others along').toEqual([]);
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
