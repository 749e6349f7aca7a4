/**
 * A station with a true certificate of the site that does not keep to the protocol, over real TLS: it is dealt with, the ledger says by a fault who did what and
 * what to do, and the others lose nothing. The attacked station and its colleague are whole stations with real ledgers; only their pauses are short.
 */
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import { WebSocket } from 'ws';
import { encodeFrame, type Frame } from '../../main/lan/frames.ts';
import { connected, events, faultsOf, test } from '../support/lan/attackedSite.ts';
import { writeChain } from '../support/lan/foreignChain.ts';
import { closed, openLinkAs, politeHello, type OpenLink } from '../support/lan/foreignPeer.ts';
import { until } from '../support/lan/until.ts';

describe('a station of the site that', () => {
  test('sends what is no message is cut off, and the ledger says so', async ({ site: { newLaptop, meet, isCutOff, expectFaultAbout, expectNothingLost } }) => {
    const laptop = await newLaptop();
    const far = await meet(laptop);
    far.link.send(Buffer.from('GET / HTTP/1.1'));
    await isCutOff(far, laptop);
    await expectFaultAbout(laptop, /sent what is no message/);
    await expectNothingLost();
  });

  test('sends a message longer than any is cut off before it is read', async ({ site: { newLaptop, meet, isCutOff, expectFaultAbout } }) => {
    const laptop = await newLaptop();
    const far = await meet(laptop);
    far.link.send(new Uint8Array(1024 * 1024 + 1));
    await isCutOff(far, laptop);
    await expectFaultAbout(laptop, /sent what is no message/);
  });

  test('speaks before it says who it is, or says so twice, is cut off', async ({ site: { newLaptop, meet, isCutOff, heartbeat, expectFaultAbout } }) => {
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

  test('greets in the name of another is cut off, and the other is not blamed', async ({ site: { office, front, newLaptop, meet, isCutOff, expectFaultAbout, expectNothingLost } }) => {
    const laptop = await newLaptop();
    const far = await meet(laptop, null);
    far.link.send(politeHello({ ...laptop, station: { ...laptop.station, id: front.id } }));
    await isCutOff(far, laptop);
    await expectFaultAbout(laptop, /gave another name than its certificate/);
    expect(faultsOf(office, 'Front desk')).toEqual([]);
    await expectNothingLost();
  });

  test('floods is cut off, and others are heard meanwhile', async ({ site: { newLaptop, meet, isCutOff, heartbeat, expectFaultAbout, expectNothingLost } }) => {
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

  test('floods with few but large messages is cut off as well', async ({ site: { newLaptop, meet, isCutOff, expectFaultAbout } }) => {
    const laptop = await newLaptop();
    const far = await meet(laptop);
    const large: Frame = { type: 'stations', stations: Array.from({ length: 200 }, () => ({ ...laptop.station, certificate: new Uint8Array(4_000) })), addresses: new Map() };
    const encoded = encodeFrame(large);
    while (far.link.readyState === WebSocket.OPEN) {
      far.link.send(encoded);
      await turn();
    }
    await isCutOff(far, laptop);
    await expectFaultAbout(laptop, /far more than a station has to say/);
  });

  test('opens connection after connection is cut off', async ({ site: { office, newLaptop, expectFaultAbout } }) => {
    const laptop = await newLaptop();
    const links: OpenLink[] = [];
    for (let index = 0; index < 17; index += 1) links.push(await openLinkAs(laptop, office.address));
    await Promise.all(links.map(({ link }) => closed(link)));
    await expectFaultAbout(laptop, /far more than a station has to say/);
  });

  test('sends events without waiting for acknowledgements is cut off', async ({ site: { newLaptop, meet, isCutOff, expectFaultAbout, expectNothingLost } }) => {
    const laptop = await newLaptop();
    const far = await meet(laptop);
    const [gap] = writeChain(laptop, ['behind a gap'], Array.from({ length: 9 }, () => ({ origin: laptop.station.id, seq: 1, bytes: new Uint8Array(1), signature: null })));
    if (gap === undefined) throw new Error('one');
    for (let sent = 0; sent < 200; sent += 1) far.say(events(gap));
    await isCutOff(far, laptop);
    await expectFaultAbout(laptop, /before what was before was taken/);
    await expectNothingLost();
  });

  test('acknowledges what was never sent to it is cut off', async ({ site: { newLaptop, meet, isCutOff, expectFaultAbout } }) => {
    const laptop = await newLaptop();
    const far = await meet(laptop);
    far.say({ type: 'have', received: 1_000_000, have: new Map() });
    await isCutOff(far, laptop);
    await expectFaultAbout(laptop, /confirmed more records than were sent/);
  });

  test('stalls with its connection open is cut off, and the ledger says why it is missing', async ({ site: { newLaptop, meet, isWell, behave, expectFaultAbout, expectNothingLost } }) => {
    const laptop = await newLaptop();
    const far = await meet(laptop);
    const fallSilent = behave(far);
    await isWell(laptop);
    fallSilent();
    await closed(far.link);
    await expectFaultAbout(laptop, /kept its connection open and sent no whole message/);
    await expectNothingLost();
  });

  test('sends half a message and never the rest is cut off just so', async ({ site: { newLaptop, meet, isWell, behave, expectFaultAbout, expectNothingLost } }) => {
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

  test('hangs up in the middle of a message harms nobody', async ({ site: { office, newLaptop, meet, expectNothingLost } }) => {
    const laptop = await newLaptop();
    const far = await meet(laptop);
    far.socket.end(Buffer.concat([Buffer.of(0x82, 0xff, 0, 0, 0, 0, 0, 1, 0x86, 0xa0, 1, 2, 3, 4), Buffer.alloc(10)]));
    await closed(far.link);
    await until('it is missed', () => !connected(office, laptop.station));
    await expectNothingLost();
  });

  test('speaks another version only is told of', async ({ site: { office, newLaptop, meet, expectFaultAbout } }) => {
    const laptop = await newLaptop();
    const far = await meet(laptop, null);
    far.say({ type: 'hello', versions: [98, 99], site: 'Elm Library', station: laptop.station.id, have: new Map(), stations: [laptop.station], addresses: new Map(), listening: null });
    await closed(far.link);
    await expectFaultAbout(laptop, /speaks another version/);
    const both = await meet(laptop, null);
    both.say({ type: 'hello', versions: [1, 99], site: 'Elm Library', station: laptop.station.id, have: new Map(), stations: [laptop.station], addresses: new Map(), listening: null });
    await until('the common version counts', () => connected(office, laptop.station));
  });

  test('did any of this is no fault any more when it has kept to the protocol for a while', async ({ site: { office, newLaptop, meet, isWell, behave, expectFaultAbout } }) => {
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

test('and in the end every chain that is held verifies', async ({ site: { office, front } }) => {
  for (const { parts } of [office, front]) expect(await parts.context.ledger.verify()).toMatchObject({ ok: true });
});
