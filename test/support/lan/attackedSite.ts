import { expect, test as base } from 'vitest';
import { WebSocket } from 'ws';
import { v7 as newId } from 'uuid';
import { incidentReportSchema } from '../../../main/contract/incident.ts';
import type { EventRecord } from '../../../main/core/event/replica.ts';
import { subjectOf } from '../../../main/core/event/subject.ts';
import type { StationIdentity } from '../../../main/core/site/identity.ts';
import { decodeFrame, encodeFrame, type Frame } from '../../../main/lan/frames.ts';
import { closed, openLinkAs, politeHello, type OpenLink } from './foreignPeer.ts';
import { makeIdentity, makeSite } from './memorySite.ts';
import { startSupervisedStation, type SupervisedStation } from './supervisedStation.ts';
import { quickTiming } from './testStation.ts';
import { until } from './until.ts';

const timing = { ...quickTiming, silence: 4_000, quarantine: 4_000, stall: 1_500 };
const minute = 60_000;

/** The far end of a link: says what it likes, and keeps what it hears. */
export interface Far extends OpenLink {
  readonly say: (frame: Frame) => void;
  readonly heard: <Type extends Frame['type']>(type: Type) => readonly Extract<Frame, { type: Type }>[];
}

/** Two whole stations with real ledgers, whose pauses are short, and what it takes to misbehave towards them over real TLS. */
export interface AttackedSite {
  /** The one that is attacked. */
  readonly office: SupervisedStation;
  readonly front: SupervisedStation;
  /** A station of the site that went bad: nobody has met it yet. */
  readonly newLaptop: () => Promise<StationIdentity>;
  /** Connects it to the office. Null: it says nothing. */
  readonly meet: (laptop: StationIdentity, hello?: Uint8Array | null) => Promise<Far>;
  readonly isCutOff: (link: OpenLink, laptop: StationIdentity) => Promise<void>;
  /** Until the office has written down that it is missed no more. */
  readonly isWell: (laptop: StationIdentity) => Promise<void>;
  readonly heartbeat: () => Frame;
  /** Gives signs of life until the link is over, or until told otherwise. */
  readonly keepAlive: (far: Far) => () => void;
  /** The same, and takes what it is sent, as it should. */
  readonly behave: (far: Far) => () => void;
  /** The fault that the office wrote down about it, once it stands in the ledger as an event, with what people can do. */
  readonly expectFaultAbout: (laptop: StationIdentity, message: RegExp) => Promise<void>;
  /** Alarms go either way over the link that was there before, and so do records. */
  readonly expectNothingLost: () => Promise<void>;
  /** After each test. */
  readonly settle: () => void;
  readonly close: () => Promise<void>;
}

export const connected = (from: SupervisedStation, to: { readonly id: string }): boolean => from.parts.lan?.links().some((link) => link.station === to.id && link.connected) === true;
export const faultsOf = (station: SupervisedStation, subject: string) => station.parts.faults.list().filter((fault) => fault.subject === subject && fault.stationId === station.id);
export const events = (...records: readonly EventRecord[]): Frame => ({ type: 'events', records: [...records] });

const createAttackedSite = async (): Promise<AttackedSite> => {
  const { authority, identities } = await makeSite('Back office', 'Front desk');
  const [first, second] = identities;
  if (first === undefined || second === undefined) throw new Error('The site is too small');
  const office = await startSupervisedStation(first, identities, timing);
  const front = await startSupervisedStation(second, identities, timing, [office.address]);
  await until('they are connected', () => connected(office, front) && connected(front, office));
  // What has to connect first is no fault for a while after the start.
  for (const station of [office, front]) station.pass(minute);
  const opened: OpenLink[] = [];
  let laptops = 0;

  const heartbeat = (): Frame => ({ type: 'heartbeat', at: office.parts.context.clock.now(), armed: true, attended: null, authority: false });
  const keepAlive = ({ link, say }: Far): (() => void) => {
    const pulse = setInterval(() => (link.readyState === WebSocket.OPEN ? say(heartbeat()) : undefined), 300);
    link.once('close', () => clearInterval(pulse));
    return () => clearInterval(pulse);
  };

  return {
    office,
    front,
    heartbeat,
    keepAlive,
    newLaptop: async () => {
      laptops += 1;
      const identity = await makeIdentity(authority, `Laptop ${laptops}`);
      for (const { parts } of [office, front]) parts.context.ledger.local.roster.add(identity.station);
      return identity;
    },
    meet: async (laptop, hello = politeHello(laptop)) => {
      const open = await openLinkAs(laptop, office.address);
      opened.push(open);
      const frames: Frame[] = [];
      open.link.on('message', (data) => {
        const frame = data instanceof Uint8Array ? decodeFrame(data) : null;
        if (frame?.ok) frames.push(frame.value);
      });
      if (hello !== null) open.link.send(hello);
      const heard = <Type extends Frame['type']>(type: Type) => frames.filter((frame): frame is Extract<Frame, { type: Type }> => frame.type === type);
      if (hello !== null) await until('both have said hello', () => heard('hello').length === 1);
      return { ...open, heard, say: (frame) => open.link.send(encodeFrame(frame)) };
    },
    isCutOff: async ({ link }, laptop) => {
      await closed(link);
      const again = await openLinkAs(laptop, office.address);
      await closed(again.link);
    },
    isWell: (laptop) =>
      until('the office misses it no more', () => {
        office.pass(200);
        return faultsOf(office, laptop.station.name).every(({ endedAt }) => endedAt !== null);
      }),
    behave: (far) => {
      const fallSilent = keepAlive(far);
      const answer = (): void => far.say({ type: 'have', received: far.heard('events').length, have: new Map(far.heard('events').flatMap(({ records }) => records.map(({ origin, seq }) => [origin, seq]))) });
      far.link.on('message', answer);
      answer();
      return () => {
        fallSilent();
        far.link.off('message', answer);
      };
    },
    expectFaultAbout: async (laptop, message) => {
      const { ledger } = office.parts.context;
      const written = () => ledger.states('fault', { open: true }).filter((fault) => fault.stationId === office.id && message.test(fault.message) && fault.message.startsWith(laptop.station.name));
      await until(`the office says ${String(message)} of ${laptop.station.name}`, () => written().length === 1);
      const [fault] = written();
      expect(fault).toMatchObject({ kind: 'peer', subject: laptop.station.name, endedAt: null });
      expect(fault?.remedy).not.toBe('');
      expect(ledger.eventsOf(subjectOf('fault', fault?.id ?? '')).map(({ kind, origin }) => [kind, origin])).toEqual([['FaultBegan', office.id]]);
    },
    expectNothingLost: async () => {
      expect(connected(office, front) && connected(front, office)).toBe(true);
      for (const [from, to] of [[office, front], [front, office]] as const) {
        const alarm = from.parts.alarms.press({ id: newId(), level: 'assist', kind: 'test', source: 'command' }, null);
        await until('the colleague has the alarm', () => to.parts.context.ledger.eventsOf(subjectOf('alarm', alarm)).some(({ kind }) => kind === 'AlarmRaised'));
        from.parts.alarms.close(alarm, 'drill', '', null);
        const filed = from.parts.incidents.file({ ...incidentReportSchema.parse({ title: 'While somebody misbehaved' }), id: newId(), alarm: null }, null);
        if (!filed.ok) throw new Error(filed.error.message);
        await until('the colleague has the record', () => to.parts.context.ledger.state('incident', subjectOf('incident', filed.value.id)) !== undefined);
      }
    },
    settle: () => {
      for (const { link } of opened.splice(0)) link.terminate();
      // A station tells of so many faults within a minute.
      for (const station of [office, front]) station.pass(minute);
    },
    close: async () => {
      for (const station of [front, office]) await station.close();
    },
  };
};

/** A test on one such site, which all tests of a file share. */
export const test = base.extend<{ site: AttackedSite; settled: void }>({
  site: [
    // oxlint-disable-next-line no-empty-pattern -- Vitest reads what a fixture needs from its pattern
    async ({}, use) => {
      const site = await createAttackedSite();
      await use(site);
      await site.close();
    },
    { scope: 'file' },
  ],
  settled: [
    async ({ site }, use) => {
      await use();
      site.settle();
    },
    { auto: true },
  ],
});
