import { describe, expect, test } from 'vitest';
import { makeSite } from '../support/lan/memorySite.ts';
import { linkAs, politeHello } from '../support/lan/foreignPeer.ts';
import { createRelay } from '../support/lan/relay.ts';
import { stationsOfThisFile } from '../support/lan/running.ts';
import { quickTiming } from '../support/lan/testStation.ts';
import type { TestStation } from '../support/lan/testStation.ts';
import { until } from '../support/lan/until.ts';

const start = stationsOfThisFile();
const linkTo = (station: TestStation, other: TestStation) => station.lan.links().find((link) => link.station === other.id);

describe('a mesh of stations', () => {
  test('two stations of which one knows an address find each other, and both know the other from then on', async () => {
    const { identities } = await makeSite('Desk 1', 'Desk 2');
    const a = await start(identities[0]);
    const b = await start(identities[1], { fixedAddresses: [a.address()] });
    await until('both are connected', () => a.connectedTo(b) && b.connectedTo(a));
    expect(a.roster.list().map((station) => station.name).sort()).toEqual(['Desk 1', 'Desk 2']);
    expect(a.roster.addresses().get(b.id)).toEqual([b.address()]);
  });

  test('three stations form a full mesh although two of them only know the third', async () => {
    const { identities } = await makeSite('Desk 1', 'Desk 2', 'Desk 3');
    const a = await start(identities[0]);
    const b = await start(identities[1], { fixedAddresses: [a.address()] });
    await until('the first two are connected', () => a.connectedTo(b) && b.connectedTo(a));
    const c = await start(identities[2], { fixedAddresses: [a.address()] });
    await until('everyone has everyone', () => a.connectedTo(c) && b.connectedTo(c) && c.connectedTo(b));
  });

  test('two stations that come at the same moment hear of each other afterwards', async () => {
    const { identities } = await makeSite('Desk 1', 'Desk 2', 'Desk 3');
    const [, second] = identities;
    if (second === undefined) throw new Error('The site has no second station');
    // Patient, since whoever only pretends to be the second gives no more signs of life.
    const a = await start(identities[0], { timing: { silence: 60_000 } });
    const b = await start(second);
    // A's hello to the second goes out before the third is there, and its hello to the third before the second has said where it is.
    const early = await linkAs(second, a.address());
    const c = await start(identities[2], { fixedAddresses: [a.address()] });
    await until('the first and the third are connected', () => a.connectedTo(c) && c.connectedTo(a));
    early.send(politeHello(second, { listening: b.address() }));
    await until('the second and the third are connected', () => b.connectedTo(c) && c.connectedTo(b));
  });

  test('two stations that both moved while they were off find each other again through a third', async () => {
    const { identities } = await makeSite('Desk 1', 'Desk 2', 'Desk 3');
    const a = await start(identities[0]);
    const b = await start(identities[1], { fixedAddresses: [a.address()] });
    const c = await start(identities[2], { fixedAddresses: [a.address()] });
    await until('everyone has everyone', () => a.connectedTo(b) && a.connectedTo(c) && b.connectedTo(c) && c.connectedTo(b));
    await Promise.all([b.lan.stop(), c.lan.stop()]);
    const bMoved = await start(identities[1], { listen: '127.0.0.2:0', before: b });
    const cMoved = await start(identities[2], { listen: '127.0.0.3:0', before: c });
    await until('everyone has everyone again', () => a.connectedTo(bMoved) && a.connectedTo(cMoved) && bMoved.connectedTo(cMoved) && cMoved.connectedTo(bMoved));
  });

  test('a station that listens everywhere is found again where its socket came from', async () => {
    const { identities } = await makeSite('Desk 1', 'Desk 2');
    const a = await start(identities[0], { listen: '0.0.0.0:0' });
    const port = a.address().split(':')[1] ?? '';
    const b = await start(identities[1], { listen: '0.0.0.0:0', fixedAddresses: [`127.0.0.1:${port}`] });
    await until('both are connected', () => a.connectedTo(b) && b.connectedTo(a));
    expect(b.roster.addresses().get(a.id)).toEqual([`127.0.0.1:${port}`]);
    expect(a.roster.addresses().get(b.id)).toEqual([b.address().replace('0.0.0.0', '127.0.0.1')]);
  });

  test('a link outlives a ledger in trouble, and an alarm still goes over it', async () => {
    const { identities } = await makeSite('Desk 1', 'Desk 2');
    let inTrouble = false;
    const a = await start(identities[0]);
    const b = await start(identities[1], {
      fixedAddresses: [a.address()],
      wrapReplica: (replica) => ({
        ...replica,
        accept: (records) => {
          if (inTrouble) throw new Error('database disk image is malformed');
          return replica.accept(records);
        },
      }),
    });
    await until('both are connected', () => a.connectedTo(b) && b.connectedTo(a));
    inTrouble = true;
    a.replica.commit('cannot be kept');
    await until('the trouble is logged', () => b.log.lines.some((line) => line.level === 'error'));
    expect(a.lan.sendAlarm(a.replica.draft('help'))).toEqual([b.id]);
    await until('the alarm is shown', () => b.replica.previewed()[0] === 'help');
    inTrouble = false;
    await until('what could not be kept came again', () => b.replica.texts(a.id)[0] === 'cannot be kept');
  });

  test('a station whose ledger cannot be read at all still connects, gives signs of life, and sends and shows alarms', async () => {
    const { identities } = await makeSite('Desk 1', 'Desk 2');
    let inTrouble = false;
    const unreadable = <Value>(read: () => Value): Value => {
      if (inTrouble) throw new Error('disk I/O error');
      return read();
    };
    const b = await start(identities[1], {
      armed: () => unreadable(() => true),
      wrapReplica: (replica) => ({ ...replica, have: () => unreadable(replica.have), read: (...args) => unreadable(() => replica.read(...args)) }),
    });
    inTrouble = true;
    const a = await start(identities[0], { fixedAddresses: [b.address()] });
    await until('they are connected', () => a.connectedTo(b) && b.connectedTo(a));
    const connectedAt = linkTo(a, b)?.lastHeardAt ?? 0;
    await until('it is heard of for longer than a silent station is kept', () => (linkTo(a, b)?.lastHeardAt ?? 0) - connectedAt > 2 * quickTiming.silence);
    expect(linkTo(a, b)?.armed).toBe(false);
    expect(b.lan.sendAlarm(b.replica.draft('help'))).toEqual([a.id]);
    await until('its alarm is shown', () => a.replica.previewed()[0] === 'help');
    a.lan.sendAlarm(a.replica.draft('help here too'));
    await until('it shows an alarm', () => b.replica.previewed()[0] === 'help here too');
    expect(b.log.lines.some((line) => /keep to the protocol/.test(line.message))).toBe(false);
  });

  test('a station that finds its own address in the list of fixed addresses leaves itself alone', async () => {
    const { identities } = await makeSite('Desk 1', 'Desk 2');
    const relay = await createRelay('127.0.0.1:9');
    const port = relay.address;
    await relay.close();
    const a = await start(identities[0], { listen: port, fixedAddresses: [port] });
    const b = await start(identities[1], { fixedAddresses: [port] });
    await until('both are connected', () => a.connectedTo(b) && b.connectedTo(a));
    expect(a.lan.links().map((link) => link.station)).toEqual([b.id]);
  });

  test('when both sides dial, exactly one link stays', async () => {
    const { identities } = await makeSite('Desk 1', 'Desk 2');
    const roster = identities.map((identity) => identity.station);
    const first = await start(identities[0]);
    const second = await start(identities[1]);
    const toFirst = await createRelay(first.address());
    const toSecond = await createRelay(second.address());
    await Promise.all([first.lan.stop(), second.lan.stop()]);
    // Both wires are held until both sides have dialled: two links are certain.
    toFirst.hold();
    toSecond.hold();
    const a = await start(identities[0], { listen: first.address(), roster, fixedAddresses: [toSecond.address] });
    const b = await start(identities[1], { listen: second.address(), roster, fixedAddresses: [toFirst.address] });
    await until('both have dialled', () => toFirst.connections() === 1 && toSecond.connections() === 1);
    toFirst.letGo();
    toSecond.letGo();
    await until('both are connected', () => a.connectedTo(b) && b.connectedTo(a));
    const wireOfLower = a.id < b.id ? toSecond : toFirst;
    const wireOfHigher = a.id < b.id ? toFirst : toSecond;
    await until('the link dialled by the higher id is gone', () => wireOfHigher.connections() === 0);
    expect(wireOfLower.connections()).toBe(1);
    expect(a.connectedTo(b) && b.connectedTo(a)).toBe(true);
    await Promise.all([toFirst.close(), toSecond.close()]);
  });

  test('heartbeats say whether somebody is at the screen of a station', async () => {
    const { identities } = await makeSite('Desk 1', 'Desk 2');
    let attended = true;
    const a = await start(identities[0]);
    const b = await start(identities[1], { fixedAddresses: [a.address()], attended: () => attended });
    await until('it is known', () => linkTo(a, b)?.attended === true);
    let changes = 0;
    a.lan.onLinksChanged(() => (changes += 1));
    attended = false;
    await until('the change is known', () => linkTo(a, b)?.attended === false);
    expect(changes).toBeGreaterThan(0);
  });

  test('an alarm is sent again to those stations only that are named', async () => {
    const { identities } = await makeSite('Desk 1', 'Desk 2', 'Desk 3');
    const a = await start(identities[0]);
    const b = await start(identities[1], { fixedAddresses: [a.address()] });
    const c = await start(identities[2], { fixedAddresses: [a.address()] });
    await until('all are connected', () => [b, c].every((other) => a.connectedTo(other)));
    expect(a.lan.sendAlarmTo([c.id, 'nobody'], a.replica.draft('help'))).toEqual([c.id]);
    await until('the one that is named shows it', () => c.replica.previewed()[0] === 'help');
    expect(b.replica.previewed()).toEqual([]);
  });

  test('heartbeats say whether a station is armed and how far its clock is off', async () => {
    const { identities } = await makeSite('Desk 1', 'Desk 2');
    let armed = true;
    const a = await start(identities[0]);
    const b = await start(identities[1], { fixedAddresses: [a.address()], armed: () => armed, now: () => Date.now() + 60_000 });
    await until('the first heartbeat is here', () => linkTo(a, b)?.armed === true);
    expect(linkTo(a, b)?.clockOffset).toBeGreaterThan(59_000);
    expect(linkTo(a, b)?.clockOffset).toBeLessThan(61_000);
    let changes = 0;
    a.lan.onLinksChanged(() => (changes += 1));
    armed = false;
    await until('the change is known', () => linkTo(a, b)?.armed === false);
    expect(changes).toBeGreaterThan(0);
  });

  test('a station that falls silent while its socket stays open is noticed', async () => {
    const { identities } = await makeSite('Desk 1', 'Desk 2');
    const a = await start(identities[0]);
    const wire = await createRelay(a.address());
    const b = await start(identities[1], { listen: '127.0.0.2:0', fixedAddresses: [wire.address] });
    await until('both are connected', () => a.connectedTo(b) && b.connectedTo(a));
    // Both ends learnt each other's true address; from here on only the held wire is left between them.
    a.roster.learnAddresses(b.id, []);
    b.roster.learnAddresses(a.id, []);
    const lastHeard = linkTo(a, b)?.lastHeardAt ?? 0;
    wire.hold();
    await until('the silence is noticed on both sides', () => a.log.lines.some((line) => line.message === 'a station fell silent') && b.log.lines.some((line) => line.message === 'a station fell silent'));
    expect(lastHeard).toBeGreaterThan(0);
    wire.letGo();
    await until('they come together again', () => a.connectedTo(b) && b.connectedTo(a));
    await wire.close();
  });

  test('a station that was restarted is connected again by itself', async () => {
    const { identities } = await makeSite('Desk 1', 'Desk 2');
    const a = await start(identities[0]);
    const b = await start(identities[1], { fixedAddresses: [a.address()] });
    await until('both are connected', () => a.connectedTo(b) && b.connectedTo(a));
    const address = a.address();
    await a.lan.stop();
    await until('the loss is known', () => !b.connectedTo(a));
    const again = await start(identities[0], { listen: address, before: a });
    await until('both are connected again', () => again.connectedTo(b) && b.connectedTo(again));
  });

  test('an address that is in use is reported as such', async () => {
    const { identities } = await makeSite('Desk 1', 'Desk 2');
    const a = await start(identities[0]);
    await expect(start(identities[1], { listen: a.address() })).rejects.toThrow(/in use/);
  });
});
