import { v7 as uuid } from 'uuid';
import { createConnection } from '../../main/ledger/connection.ts';
import type { AlarmKind, AlarmLevel, Press } from '../../main/contract/alarm.ts';
import type { ChannelInput } from '../../main/contract/channel.ts';
import { planDocumentSchema } from '../../main/contract/plan.ts';
import type { Stop } from '../../main/core/environment.ts';
import type { EventRecord } from '../../main/core/event/replica.ts';
import { createLedger } from '../../main/ledger/createLedger.ts';
import type { Ledger } from '../../main/ledger/ledger.ts';
import { createAlarms, type Alarms } from '../../main/station/alarm/alarms.ts';
import { createChanges } from '../../main/station/changes.ts';
import type { StationContext } from '../../main/station/context.ts';
import { createDeskState, type DeskState } from '../../main/station/alarm/deskState.ts';
import { enrolmentOf } from '../../main/station/site/enrolment.ts';
import { createEscalation, type Escalation } from '../../main/station/alarm/escalation.ts';
import { createFaults, type Faults } from '../../main/station/fault/faults.ts';
import { createOffice, type Office } from '../../main/station/site/office.ts';
import { createPlans, type Plans } from '../../main/station/plan/plans.ts';
import { createStaffDesk, type StaffDesk } from '../../main/station/staff/staffDesk.ts';
import { createWaysOut, type WaysOut } from '../../main/station/channel/waysOut.ts';
import { createNoRelays } from '../../native/noRelays.ts';
import { heldClock, makeTestStation, openTestLedger, silentLog, testSiteKey, type HeldClock } from './ledger/testLedger.ts';

/** The parts of one station that make alarms, put together as `enrolledStation.ts` does. */
interface Parts {
  readonly ledger: Ledger;
  readonly alarms: Alarms;
  readonly plans: Plans;
  readonly desk: DeskState;
  readonly office: Office;
  readonly staff: StaffDesk;
  readonly waysOut: WaysOut;
  readonly faults: Faults;
  readonly escalation: Escalation;
  readonly underWay: () => number;
  readonly stop: () => Promise<void>;
}

export interface HeldDesk extends Pick<Parts, 'alarms' | 'plans' | 'desk' | 'office' | 'staff' | 'waysOut' | 'faults'> {
  readonly id: string;
  readonly name: string;
  readonly ledger: () => Ledger;
  readonly press: (level?: AlarmLevel, kind?: AlarmKind) => string;
  /** What is in memory is gone, what is in the database stays. */
  readonly kill: () => Promise<void>;
  readonly start: () => void;
}

/** Stations on a clock that stands still, with real ledgers and channels; only the wires between them are the test's, so that they can be cut. */
export interface HeldSite {
  readonly clock: HeldClock;
  readonly desk: (name: string) => HeldDesk;
  /** Cuts the station off from all others, both ways; its channels still work. */
  readonly cutOff: (name: string) => void;
  readonly joinUp: (name: string) => void;
  /** Alarm frames get lost; what was committed comes through. */
  readonly loseFrames: (name: string, lost: boolean) => void;
  /** The clock of this station shows so many milliseconds more than the others', from now on. */
  readonly setAhead: (name: string, milliseconds: number) => void;
  /** Lets time go by, second by second, as the stations would see it. */
  readonly pass: (seconds: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

export const createHeldSite = async (...names: readonly string[]): Promise<HeldSite> => {
  const clock = heldClock();
  const cut = new Set<string>();
  const losing = new Set<string>();
  const ahead = new Map<string, number>();
  const papers = names.map((name) => makeTestStation(name));
  const opened = papers.map((paper) => openTestLedger(paper, papers, clock));
  const running = new Map<string, Parts>();

  const connectedTo = (id: string): readonly string[] => (cut.has(id) ? [] : [...running.keys()].filter((other) => other !== id && !cut.has(other)));
  const write = (from: string, to: readonly string[], records: readonly EventRecord[]): readonly string[] => {
    const reached = connectedTo(from).filter((id) => to.includes(id));
    // The other end reads it when this one is done.
    for (const id of reached) if (!losing.has(id)) queueMicrotask(() => running.get(id)?.ledger.preview(records));
    return reached;
  };

  const start = (index: number): void => {
    const paper = papers[index];
    const database = opened[index]?.database;
    if (paper === undefined || database === undefined) throw new Error('There is no such station');
    const { station, signingKey } = paper;
    const ownClock = { now: () => clock.now() + (ahead.get(station.id) ?? 0) };
    const ledger = createLedger({ connection: createConnection(database), clock: ownClock, log: silentLog, stationId: station.id, signingKey, siteKey: testSiteKey });
    for (const other of papers) ledger.local.roster.add(other.station);
    const context: StationContext = {
      ledger,
      identity: { station, signingKey, tlsKey: new Uint8Array(), authorityCertificate: new Uint8Array(), siteKey: new Uint8Array(32), authorityKey: null },
      clock: ownClock,
      ids: { next: () => uuid() },
      log: silentLog,
      changes: createChanges(silentLog),
      procedures: [],
    };
    running.set(station.id, createParts(context, () => connectedTo(station.id), (to, records) => write(station.id, to, records)));
  };

  const replicate = (): void => {
    for (const [id, { ledger }] of running) {
      for (const other of connectedTo(id)) {
        for (const [origin, held] of running.get(other)?.ledger.have() ?? []) {
          for (let seq = ledger.have().get(origin) ?? 0; seq < held; ) {
            const records = running.get(other)?.ledger.read(origin, seq, 100_000) ?? [];
            if (records.length === 0) break;
            ledger.accept(records);
            seq = ledger.have().get(origin) ?? held;
          }
        }
      }
    }
  };

  /** Channels are real: what they are asked to do takes a moment of the real clock. */
  const settle = async (): Promise<void> => {
    const deadline = performance.now() + 10_000;
    for (let quiet = 0; quiet < 3; ) {
      await new Promise((resolve) => setImmediate(resolve));
      const busy = [...running.values()].some((parts) => parts.underWay() > 0);
      quiet = busy && performance.now() < deadline ? 0 : quiet + 1;
      replicate();
    }
  };

  const deskOf = (index: number): HeldDesk => {
    const paper = papers[index];
    if (paper === undefined) throw new Error('There is no such station');
    const { id, name } = paper.station;
    const parts = (): Parts => {
      const found = running.get(id);
      if (found === undefined) throw new Error(`${name} is not running`);
      return found;
    };
    return {
      id,
      name,
      ledger: () => parts().ledger,
      get alarms() {
        return parts().alarms;
      },
      get plans() {
        return parts().plans;
      },
      get desk() {
        return parts().desk;
      },
      get office() {
        return parts().office;
      },
      get staff() {
        return parts().staff;
      },
      get waysOut() {
        return parts().waysOut;
      },
      get faults() {
        return parts().faults;
      },
      press: (level = 'assist', kind = 'real') => parts().alarms.press({ id: uuid(), level, kind, source: 'device' }, null),
      kill: async () => {
        const gone = running.get(id);
        running.delete(id);
        await gone?.stop();
      },
      start: () => start(index),
    };
  };

  for (const index of papers.keys()) start(index);
  for (const [index, { station }] of papers.entries()) running.get(papers[index]?.station.id ?? '')?.ledger.append([enrolmentOf(station)]);
  replicate();
  const desks = papers.map((_, index) => deskOf(index));
  const named = (name: string): HeldDesk => {
    const found = desks.find((desk) => desk.name === name);
    if (found === undefined) throw new Error(`The site has no ${name}`);
    return found;
  };

  return {
    clock,
    desk: named,
    cutOff: (name) => void cut.add(named(name).id),
    joinUp: (name) => void cut.delete(named(name).id),
    loseFrames: (name, lost) => void (lost ? losing.add(named(name).id) : losing.delete(named(name).id)),
    setAhead: (name, milliseconds) => void ahead.set(named(name).id, milliseconds),
    pass: async (seconds) => {
      await settle();
      for (let second = 0; second < seconds; second += 1) {
        clock.pass(1000);
        for (const { desk, alarms, waysOut, escalation } of running.values()) for (const look of [desk, waysOut, alarms, escalation]) look.tick();
        await settle();
      }
    },
    close: async () => {
      for (const desk of desks) await desk.kill();
      for (const each of opened) each.close();
    },
  };
};

const createParts = (context: StationContext, connected: () => readonly string[], sendTo: (stations: readonly string[], records: readonly EventRecord[]) => readonly string[]): Parts => {
  const { ledger, ids } = context;
  let underWay = 0;
  const waysOut = createWaysOut({ context, relays: createNoRelays(), siteName: () => 'Elm Library', connected, live: true });
  const plans = createPlans(context, waysOut.channels.files);
  const channelName = (id: string): string => waysOut.channels.files().find((channel) => channel.id === id)?.name ?? id;
  const alarms = createAlarms(context, (records) => sendTo(connected(), records), { document: plans.document, isAlone: () => desk.isAlone(), channelName, underWay: () => escalation.underWay(), connected, sendTo });
  const desk = createDeskState(context, { document: plans.document, press: (press: Press) => void alarms.press(press, null) });
  const staff = createStaffDesk(context, { onDuress: (person) => void alarms.press({ id: ids.next(), level: 'emergency', kind: 'real', source: 'duress' }, person) });
  const faults = createFaults(context);
  const escalation = createEscalation({
    context,
    alarms,
    faults,
    document: plans.document,
    courier: {
      attempt: async (...args) => {
        underWay += 1;
        try {
          return await waysOut.courier.attempt(...args);
        } finally {
          underWay -= 1;
        }
      },
    },
    channels: waysOut.channels.files,
    connected,
    zoneOf: waysOut.zones.of,
    siteName: () => 'Elm Library',
    nameOf: ({ to, id }) => (to === 'channel' ? channelName(id) : id),
  });
  const stops: readonly Stop[] = [desk.stop, escalation.stop, plans.stop, alarms.stop];
  return {
    ledger,
    alarms,
    plans,
    desk,
    office: createOffice(context),
    staff,
    waysOut,
    faults,
    escalation,
    underWay: () => underWay,
    stop: async () => {
      for (const stop of stops) stop();
      await waysOut.stop();
    },
  };
};

/** A webhook on loopback, as somebody would set it up. */
export const webhookTo = (id: string, port: number, rest: Partial<ChannelInput> = {}): ChannelInput => ({
  id,
  name: id,
  settings: { type: 'webhook', url: `http://127.0.0.1:${port}/`, template: 'json', from: '', to: [], user: '', ca: '' },
  secrets: {},
  safeForDrills: false,
  reachesPolice: false,
  from: [],
  ...rest,
});

export const documentOf = (document: object) => planDocumentSchema.parse(document);
