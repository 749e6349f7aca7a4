/**
 * A station with a true certificate of the site that does not keep to the protocol, over real TLS: it is dealt with, the ledger says by a fault who did what and
 * what to do, and the others lose nothing. The attacked station and its colleague are whole stations with real ledgers; only their pauses are short.
 */
import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { v7 as newId } from 'uuid';
import { incidentReportSchema } from '../../main/contract/incident.ts';
import type { EventRecord } from '../../main/core/event/replica.ts';
import { subjectOf } from '../../main/core/event/subject.ts';
import type { StationIdentity } from '../../main/core/site/identity.ts';
import type { Authority } from '../../main/lan/authority.ts';
import { decodeFrame, encodeFrame, type Frame } from '../../main/lan/frames.ts';
import { mostUnderWay } from '../../main/lan/replication.ts';
import { closed, openLinkAs, politeHello, type OpenLink } from '../support/lan/foreignPeer.ts';
import { writeChain } from '../support/lan/foreignChain.ts';
import { makeIdentity, makeSite } from '../support/lan/memorySite.ts';
import { startSupervisedStation, type SupervisedStation } from '../support/lan/supervisedStation.ts';
import { quickTiming } from '../support/lan/testStation.ts';
import { until } from '../support/lan/until.ts';

const timing = { ...quickTiming, silence: 4_000, quarantine: 4_000, stall: 1_500 };
const minute = 60_000;

let authority: Authority;
let office: SupervisedStation;
let front: SupervisedStation;
let laptops = 0;

const connected = (from: SupervisedStation, to: { readonly id: string }): boolean => from.parts.lan?.links().some((link) => link.station === to.id && link.connected) === true;
const faultsOf = (station: SupervisedStation, subject: string) => station.parts.faults.list().filter((fault) => fault.subject === subject && fault.stationId === station.id);

/** A station of the site that went bad: nobody has met it yet. */
const newLaptop = async (): Promise<StationIdentity> => {
  laptops += 1;
  const identity = await makeIdentity(authority, `Laptop ${laptops}`);
  for (const { parts } of [office, front]) parts.context.ledger.local.roster.add(identity.station);
  return identity;
};

/** The fault that the office wrote down about it, once it stands in the ledger as an event, with what people can do. */
const expectFaultAbout = async (laptop: StationIdentity, message: RegExp): Promise<void> => {
  const { ledger } = office.parts.context;
  const written = () =>
    ledger.states('fault', { open: true }).filter((fault) => fault.stationId === office.id && message.test(fault.message) && fault.message.startsWith(laptop.station.name));
  await until(`the office says ${String(message)} of ${laptop.station.name}`, () => written().length === 1);
  const [fault] = written();
  expect(fault).toMatchObject({ kind: 'peer', subject: laptop.station.name, endedAt: null });
  expect(fault?.remedy).not.toBe('');
  expect(ledger.eventsOf(subjectOf('fault', fault?.id ?? '')).map(({ kind, origin }) => [kind, origin])).toEqual([['FaultBegan', office.id]]);
};

/** Alarms go either way over the link that was there before, and so do records. */
const expectNothingLost = async (): Promise<void> => {
  expect(connected(office, front) && connected(front, office)).toBe(true);
  for (const [from, to] of [[office, front], [front, office]] as const) {
    const alarm = from.parts.alarms.press({ id: newId(), level: 'assist', kind: 'test', source: 'command' }, null);
    await until('the colleague has the alarm', () => to.parts.context.ledger.eventsOf(subjectOf('alarm', alarm)).some(({ kind }) => kind === 'AlarmRaised'));
    from.parts.alarms.close(alarm, 'drill', '', null);
    const filed = from.parts.incidents.file({ ...incidentReportSchema.parse({ title: 'While somebody misbehaved' }), id: newId(), alarm: null }, null);
    if (!filed.ok) throw new Error(filed.error.message);
    await until('the colleague has the record', () => to.parts.context.ledger.state('incident', subjectOf('incident', filed.value.id)) !== undefined);
  }
};

/** The far end of a link: says what it likes, and keeps what it hears. */
interface Far extends OpenLink {
  readonly say: (frame: Frame) => void;
  readonly heard: <Type extends Frame['type']>(type: Type) => readonly Extract<Frame, { type: Type }>[];
}

const opened: OpenLink[] = [];
const meet = async (laptop: StationIdentity, hello: Uint8Array | null = politeHello(laptop)): Promise<Far> => {
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
};
const isCutOff = async ({ link }: OpenLink, laptop: StationIdentity): Promise<void> => {
  await closed(link);
  const again = await openLinkAs(laptop, office.address);
  await closed(again.link);
};
const heartbeat = (): Frame => ({ type: 'heartbeat', at: office.parts.context.clock.now(), armed: true, attended: null, authority: false });
const events = (...records: readonly EventRecord[]): Frame => ({ type: 'events', records: [...records] });
/** Gives signs of life until the link is over, or until told otherwise. */
const keepAlive = ({ link, say }: Far): (() => void) => {
  const pulse = setInterval(() => (link.readyState === WebSocket.OPEN ? say(heartbeat()) : undefined), 300);
  link.once('close', () => clearInterval(pulse));
  return () => clearInterval(pulse);
};
/** The same, and takes what it is sent, as it should. */
const behave = (far: Far): (() => void) => {
  const fallSilent = keepAlive(far);
  const answer = (): void => far.say({ type: 'have', received: far.heard('events').length, have: new Map(far.heard('events').flatMap(({ records }) => records.map(({ origin, seq }) => [origin, seq]))) });
  far.link.on('message', answer);
  answer();
  return () => {
    fallSilent();
    far.link.off('message', answer);
  };
};
/** Until the office has written down that it is missed no more. */
const isWell = (laptop: StationIdentity): Promise<void> =>
  until('the office misses it no more', () => {
    office.pass(200);
    return faultsOf(office, laptop.station.name).every(({ endedAt }) => endedAt !== null);
  });

beforeAll(async () => {
  const site = await makeSite('Back office', 'Front desk');
  ({ authority } = site);
  const [first, second] = site.identities;
  if (first === undefined || second === undefined) throw new Error('The site is too small');
  office = await startSupervisedStation(first, site.identities, timing);
  front = await startSupervisedStation(second, site.identities, timing, [office.address]);
  await until('they are connected', () => connected(office, front) && connected(front, office));
  // What has to connect first is no fault for a while after the start.
  for (const station of [office, front]) station.pass(minute);
});
afterEach(() => {
  for (const { link } of opened.splice(0)) link.terminate();
  // A station tells of so many faults within a minute.
  for (const station of [office, front]) station.pass(minute);
});
afterAll(async () => {
  for (const station of [front, office]) await station.close();
});

describe('a station of the site that', () => {
  test('sends what is no message is cut off, and the ledger says so', async () => {
    const laptop = await newLaptop();
    const far = await meet(laptop);
    far.link.send(Buffer.from('GET / HTTP/1.1'));
    await isCutOff(far, laptop);
    await expectFaultAbout(laptop, /sent what is no message/);
    await expectNothingLost();
  });

  test('sends a message longer than any is cut off before it is read', async () => {
    const laptop = await newLaptop();
    const far = await meet(laptop);
    far.link.send(new Uint8Array(1024 * 1024 + 1));
    await isCutOff(far, laptop);
    await expectFaultAbout(laptop, /sent what is no message/);
  });

  test('speaks before it says who it is, or says so twice, is cut off', async () => {
    const early = await newLaptop();
    const first = await meet(early, null);
    first.say(heartbeat());
    await isCutOff(first, early);
    await expectFaultAbout(early, /did not say once, and first, who it is/);
    const twice = await newLaptop();
    const second = await meet(twice);
    second.link.send(politeHello(twice));
    await isCutOff(second, twice);
    await expectFaultAbout(twice, /did not say once, and first, who it is/);
  });

  test('greets in the name of another is cut off, and the other is not blamed', async () => {
    const laptop = await newLaptop();
    const far = await meet(laptop, null);
    far.link.send(politeHello({ ...laptop, station: { ...laptop.station, id: front.id } }));
    await isCutOff(far, laptop);
    await expectFaultAbout(laptop, /gave another name than its certificate/);
    expect(faultsOf(office, 'Front desk')).toEqual([]);
    await expectNothingLost();
  });

  test('floods is cut off, and others are heard meanwhile', async () => {
    const laptop = await newLaptop();
    const far = await meet(laptop);
    const encoded = encodeFrame(heartbeat());
    for (let sent = 0; far.link.readyState === WebSocket.OPEN; sent += 1) {
      far.link.send(encoded);
      if (sent % 1_000 === 0) await turn();
    }
    await isCutOff(far, laptop);
    await expectFaultAbout(laptop, /far more than a station has to say/);
    await expectNothingLost();
  });

  test('floods with few but large messages is cut off as well', async () => {
    const laptop = await newLaptop();
    const far = await meet(laptop);
    const large: Frame = { type: 'stations', stations: Array.from({ length: 200 }, () => ({ ...laptop.station, certificate: new Uint8Array(4_000) })) };
    const encoded = encodeFrame(large);
    while (far.link.readyState === WebSocket.OPEN) {
      far.link.send(encoded);
      await turn();
    }
    await isCutOff(far, laptop);
    await expectFaultAbout(laptop, /far more than a station has to say/);
  });

  test('opens connection after connection is cut off', async () => {
    const laptop = await newLaptop();
    const links: OpenLink[] = [];
    for (let index = 0; index < 17; index += 1) links.push(await openLinkAs(laptop, office.address));
    opened.push(...links);
    await Promise.all(links.map(({ link }) => closed(link)));
    await expectFaultAbout(laptop, /far more than a station has to say/);
  });

  test('sends events without waiting for acknowledgements is cut off', async () => {
    const laptop = await newLaptop();
    const far = await meet(laptop);
    const [gap] = writeChain(laptop, ['behind a gap'], Array.from({ length: 9 }, () => ({ origin: laptop.station.id, seq: 1, bytes: new Uint8Array(1), signature: null })));
    if (gap === undefined) throw new Error('one');
    for (let sent = 0; sent < 200; sent += 1) far.say(events(gap));
    await isCutOff(far, laptop);
    await expectFaultAbout(laptop, /before what was before was taken/);
    await expectNothingLost();
  });

  test('acknowledges what was never sent to it is cut off', async () => {
    const laptop = await newLaptop();
    const far = await meet(laptop);
    far.say({ type: 'have', received: 1_000_000, have: new Map() });
    await isCutOff(far, laptop);
    await expectFaultAbout(laptop, /confirmed more records than were sent/);
  });

  test('numbers its records otherwise than it signed them has its records left aside, and its calls heard', async () => {
    const laptop = await newLaptop();
    const far = await meet(laptop);
    const [first, second] = writeChain(laptop, ['first', 'second']);
    if (first === undefined || second === undefined) throw new Error('two');
    far.say(events({ ...first, seq: 2 }, { ...second, seq: 1 }));
    await expectFaultAbout(laptop, /not signed as they stand/);
    expect(office.parts.context.ledger.have().get(laptop.station.id) ?? 0).toBe(0);
    expect(connected(office, laptop.station)).toBe(true);
    await expectNothingLost();
  });

  test('sends records of a colleague that it changed has them left aside', async () => {
    const laptop = await newLaptop();
    const far = await meet(laptop);
    const held = front.parts.context.ledger.have().get(front.id) ?? 0;
    const [forged] = writeChain({ station: { ...laptop.station, id: front.id }, signingKey: laptop.signingKey }, ['never written'], Array.from({ length: held }, () => ({ origin: front.id, seq: 1, bytes: new Uint8Array(1), signature: null })));
    if (forged === undefined) throw new Error('one');
    far.say(events(forged));
    await expectFaultAbout(laptop, /not signed as they stand/);
    expect(faultsOf(office, 'Front desk')).toEqual([]);
    await expectNothingLost();
  });

  test('says that it holds records which it never sends is told of, and nothing waits for it', async () => {
    const laptop = await newLaptop();
    const far = await meet(laptop, politeHello(laptop, new Map([[laptop.station.id, 1_000_000], [office.id, 9_999_999]])));
    keepAlive(far);
    await expectFaultAbout(laptop, /holds records which it does not send/);
    await expectNothingLost();
    const held = office.parts.context.ledger.have().get(office.id);
    expect(front.parts.context.ledger.have().get(office.id)).toBe(held);
  });

  test('sends old records again has its records left aside', async () => {
    const laptop = await newLaptop();
    const far = await meet(laptop);
    keepAlive(far);
    const chain = writeChain(laptop, ['once', 'and for all']);
    for (let time = 1; time <= mostUnderWay + 1; time += 1) {
      far.say(events(...chain));
      if (time <= mostUnderWay) await until('it is acknowledged', () => far.heard('have').some(({ received }) => received >= time));
    }
    await expectFaultAbout(laptop, /sent old records again/);
    expect(office.parts.context.ledger.have().get(laptop.station.id)).toBe(2);
    await expectNothingLost();
  });

  test('signs two different records of one number is told of, and whoever only carries them is not', async () => {
    const laptop = await newLaptop();
    const common = writeChain(laptop, ['once']);
    const told = writeChain(laptop, ['told to the office'], common);
    const other = writeChain(laptop, ['told to the front desk', 'and more'], common);
    for (const record of [...common, ...told]) office.parts.context.ledger.accept([record]);
    // It reaches the office by the hands of the front desk alone.
    for (const record of [...common, ...other]) front.parts.context.ledger.accept([record]);
    await expectFaultAbout(laptop, /signed two different records under one number/);
    await until('the front desk is brought what the office has', () => front.parts.context.ledger.have().get(office.id) === office.parts.context.ledger.have().get(office.id));
    await expectNothingLost();
    expect([...faultsOf(office, 'Front desk'), ...faultsOf(front, 'Back office')]).toEqual([]);
    expect(await office.parts.context.ledger.verify()).toMatchObject({ ok: true });
  });

  test('stalls with its connection open is cut off, and the ledger says why it is missing', async () => {
    const laptop = await newLaptop();
    const far = await meet(laptop);
    const fallSilent = behave(far);
    await isWell(laptop);
    fallSilent();
    await closed(far.link);
    await expectFaultAbout(laptop, /kept its connection open and sent no whole message/);
    await expectNothingLost();
  });

  test('sends half a message and never the rest is cut off just so', async () => {
    const laptop = await newLaptop();
    const far = await meet(laptop);
    const fallSilent = behave(far);
    await isWell(laptop);
    fallSilent();
    // A masked binary message of 100,000 bytes (RFC 6455), and ten of them.
    far.socket.write(Buffer.concat([Buffer.of(0x82, 0xff, 0, 0, 0, 0, 0, 1, 0x86, 0xa0, 1, 2, 3, 4), Buffer.alloc(10)]));
    await closed(far.link);
    await expectFaultAbout(laptop, /kept its connection open and sent no whole message/);
    await expectNothingLost();
  });

  test('hangs up in the middle of a message harms nobody', async () => {
    const laptop = await newLaptop();
    const far = await meet(laptop);
    far.socket.end(Buffer.concat([Buffer.of(0x82, 0xff, 0, 0, 0, 0, 0, 1, 0x86, 0xa0, 1, 2, 3, 4), Buffer.alloc(10)]));
    await closed(far.link);
    await until('it is missed', () => !connected(office, laptop.station));
    await expectNothingLost();
  });

  test('takes nothing of what is sent to it is told of, and catches up from where it was', async () => {
    const laptop = await newLaptop();
    const far = await meet(laptop);
    keepAlive(far);
    await until('it is sent events', () => far.heard('events').length > 0);
    await expectFaultAbout(laptop, /takes nothing of what is sent to it/);
    await expectNothingLost();
    expect(far.heard('events').length).toBe(mostUnderWay);
    far.link.terminate();
    const again = await meet(laptop);
    await until('it is offered the same once more', () => again.heard('events').length > 0);
    expect(again.heard('events')[0]?.records[0]?.seq).toBe(1);
  });

  test('speaks another version only is told of', async () => {
    const laptop = await newLaptop();
    const far = await meet(laptop, null);
    far.say({ type: 'hello', versions: [98, 99], site: 'Elm Library', station: laptop.station.id, have: new Map(), stations: [laptop.station], addresses: new Map(), listening: null });
    await closed(far.link);
    await expectFaultAbout(laptop, /speaks another version/);
    const both = await meet(laptop, null);
    both.say({ type: 'hello', versions: [1, 99], site: 'Elm Library', station: laptop.station.id, have: new Map(), stations: [laptop.station], addresses: new Map(), listening: null });
    await until('the common version counts', () => connected(office, laptop.station));
  });

  test('did any of this is no fault any more when it has kept to the protocol for a while', async () => {
    const laptop = await newLaptop();
    const far = await meet(laptop);
    far.say({ type: 'have', received: 7, have: new Map() });
    await expectFaultAbout(laptop, /confirmed more records/);
    await until('it is let in again', () => office.parts.lan?.links().find(({ station }) => station === laptop.station.id)?.misconduct.length === 0);
    const again = await meet(laptop);
    behave(again);
    const looked = office.parts.supervision.status;
    await until('it is well', () => looked().faults.every(({ subject }) => subject !== laptop.station.name));
    await isWell(laptop);
  });
});

test('and in the end every chain that is held verifies', async () => {
  for (const { parts } of [office, front]) expect(await parts.context.ledger.verify()).toMatchObject({ ok: true });
});
