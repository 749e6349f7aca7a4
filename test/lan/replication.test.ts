import { describe, expect, test } from 'vitest';
import type { MemoryReplica } from '../support/lan/memoryReplica.ts';
import { makeSite } from '../support/lan/memorySite.ts';
import { stationsOfThisFile } from '../support/lan/running.ts';
import { until } from '../support/lan/until.ts';

const start = stationsOfThisFile();
const lines = (count: number, length: number, mark: string) => Array.from({ length: count }, (_, index) => `${mark} ${index} ${'x'.repeat(length)}`);
/** Long enough for nothing to depend on it. */
const noHeartbeats = { heartbeat: 60_000, silence: 60_000 };

describe('replication', () => {
  test('an event is pushed at the moment of its commit', async () => {
    const { identities } = await makeSite('Desk 1', 'Desk 2');
    const a = await start(identities[0], { timing: noHeartbeats });
    const b = await start(identities[1], { fixedAddresses: [a.address()], timing: noHeartbeats });
    await until('both are connected', () => a.connectedTo(b) && b.connectedTo(a));
    a.replica.commit('first', 'second');
    b.replica.commit('third');
    await until('both have all', () => b.replica.texts(a.id).length === 2 && a.replica.texts(b.id).length === 1, 1_000);
  });

  test('a station that was away catches up in many batches, both ways', async () => {
    const { identities } = await makeSite('Desk 1', 'Desk 2');
    const a = await start(identities[0], { timing: noHeartbeats });
    for (let commit = 0; commit < 200; commit += 1) a.replica.commit(...lines(5, 2_000, `commit ${commit}`));
    const b = await start(identities[1], { fixedAddresses: [a.address()], timing: noHeartbeats, wrapReplica: (replica) => (replica.commit(...lines(700, 1_000, 'one long commit of')), replica) });
    await until('all of it is there', () => b.replica.texts(a.id).length === 1_000 && a.replica.texts(b.id).length === 700);
    expect(b.replica.texts(a.id)).toEqual(a.replica.texts(a.id));
    expect(b.replica.acceptedFrames()).toBeGreaterThan(10);
  });

  test('catching up that was broken off goes on where it was', async () => {
    const { identities } = await makeSite('Desk 1', 'Desk 2');
    const a = await start(identities[0]);
    for (let commit = 0; commit < 400; commit += 1) a.replica.commit(...lines(5, 2_000, `commit ${commit}`));
    let stopAfterThird: () => void = () => {};
    const b = await start(identities[1], { fixedAddresses: [a.address()], wrapReplica: (replica) => (replica.onCommitted(() => replica.acceptedFrames() === 3 && stopAfterThird()), replica) });
    const stopped = new Promise<void>((resolve) => {
      stopAfterThird = () => void b.lan.stop().then(resolve);
    });
    await stopped;
    const held = b.replica.texts(a.id).length;
    expect(held).toBeGreaterThan(0);
    expect(held).toBeLessThan(2_000);
    const again = await start(identities[1], { before: b, fixedAddresses: [a.address()] });
    await until('all of it is there', () => again.replica.texts(a.id).length === 2_000);
  });

  test('an alarm frame overtakes a long catch-up', async () => {
    const { identities } = await makeSite('Desk 1', 'Desk 2');
    const a = await start(identities[0]);
    const batches = 1_000;
    for (let commit = 0; commit < batches; commit += 1) a.replica.commit(...lines(5, 2_000, `commit ${commit}`));
    let behind = 0;
    let shownAt = 0;
    const b = await start(identities[1], {
      fixedAddresses: [a.address()],
      wrapReplica: (replica) => {
        replica.onCommitted((records) => {
          if (behind > 0) return;
          behind = records.length;
          a.lan.sendAlarm(a.replica.draft('alarm'));
        });
        return { ...replica, preview: (records) => ((shownAt = replica.have().get(a.id) ?? 0), replica.preview(records)) };
      },
    });
    await until('the alarm is shown', () => b.replica.previewed().length === 1);
    // Batches of 256 KiB together may be ahead of it: about 120 of these events, and as many were there before.
    expect(shownAt).toBeLessThan(400);
    await until('the rest is there', () => b.replica.texts(a.id).length === batches * 5, 20_000);
  });

  test('a station that gives another what it has reads no more than one frame of it a turn', async () => {
    const { identities } = await makeSite('Desk 1', 'Desk 2');
    let turns = 0;
    let reads = 0;
    let inOneTurn = 0;
    const a = await start(identities[0], {
      wrapReplica: (replica) => ({
        ...replica,
        read: (...wanted) => {
          if (reads === 0) {
            turns += 1;
            setImmediate(() => (reads = 0));
          }
          const records = replica.read(...wanted);
          if (records.length > 0) inOneTurn = Math.max(inOneTurn, (reads += 1));
          return records;
        },
      }),
    });
    for (let count = 0; count < 100; count += 1) a.replica.commit('x'.repeat(4096));
    const b = await start(identities[1], { fixedAddresses: [a.address()] });
    await until('everything is there', () => b.replica.texts(a.id).length === 100, 20_000);
    expect([inOneTurn, turns > 10]).toEqual([1, true]);
  });

  test('an alarm reaches every connected station and says whom it was written to', async () => {
    const { identities } = await makeSite('Desk 1', 'Desk 2', 'Desk 3');
    const a = await start(identities[0]);
    const b = await start(identities[1], { fixedAddresses: [a.address()] });
    const c = await start(identities[2], { fixedAddresses: [a.address()] });
    await until('all are connected', () => a.connectedTo(b) && a.connectedTo(c) && b.connectedTo(a) && c.connectedTo(a));
    expect(a.lan.sendAlarm(a.replica.draft('help')).toSorted()).toEqual([b.id, c.id].sort());
    await until('both show it', () => b.replica.previewed()[0] === 'help' && c.replica.previewed()[0] === 'help');
  });

  test('a station gets through a neighbour what it cannot get from its writer, whose papers come the same way', async () => {
    const { identities } = await makeSite('Desk 1', 'Desk 2', 'Desk 3');
    const [idOfA = '', , idOfC = ''] = identities.map((identity) => identity.station.id);
    const b = await start(identities[1]);
    const a = await start(identities[0], { fixedAddresses: [b.address()], cutOffFrom: [idOfC] });
    const c = await start(identities[2], { fixedAddresses: [b.address()], cutOffFrom: [idOfA] });
    await until('both ends have the one in the middle', () => a.connectedTo(b) && c.connectedTo(b));
    a.replica.commit('from one end');
    c.replica.commit('from the other end');
    await until('both came round', () => c.replica.texts(a.id)[0] === 'from one end' && a.replica.texts(c.id)[0] === 'from the other end');
    expect(a.connectedTo(c)).toBe(false);
    expect(c.roster.list().some((station) => station.id === a.id)).toBe(true);
  });

  test('a station gets from a neighbour the events of a writer that is gone', async () => {
    const { identities } = await makeSite('Desk 1', 'Desk 2', 'Desk 3');
    const a = await start(identities[0]);
    const b = await start(identities[1], { fixedAddresses: [a.address()] });
    await until('the first two are connected', () => a.connectedTo(b) && b.connectedTo(a));
    a.replica.commit('last words');
    await until('the neighbour has it', () => b.replica.texts(a.id).length === 1);
    await a.lan.stop();
    const c = await start(identities[2], { fixedAddresses: [b.address()] });
    await until('it came round', () => c.replica.texts(a.id)[0] === 'last words');
  });

  test('a station whose events do not verify is heard all the same, and nothing it wrote is taken for a while', async () => {
    const { identities } = await makeSite('Desk 1', 'Desk 2');
    let forging = true;
    const forge = (replica: MemoryReplica): MemoryReplica => ({
      ...replica,
      read: (origin, seq, limit) => replica.read(origin, seq, limit).map((record) => ({ ...record, signature: forging && record.signature !== null ? new Uint8Array(64) : record.signature })),
    });
    const a = await start(identities[0], { timing: { quarantine: 1_000 } });
    const b = await start(identities[1], { fixedAddresses: [a.address()], wrapReplica: forge });
    await until('both are connected', () => a.connectedTo(b) && b.connectedTo(a));
    let changes = 0;
    a.lan.onLinksChanged(() => (changes += 1));
    const distrusted = () => a.lan.links().find((link) => link.station === b.id)?.misconduct.includes('forgery') === true;
    b.replica.commit('forged');
    await until('it is distrusted', distrusted);
    expect(changes).toBe(1);
    forging = false;
    const frames = a.replica.acceptedFrames();
    b.replica.commit('written meanwhile');
    b.lan.sendAlarm(b.replica.draft('help'));
    await until('its alarm is shown', () => a.replica.previewed()[0] === 'help');
    expect(distrusted() && a.connectedTo(b) && b.connectedTo(a)).toBe(true);
    expect(a.replica.acceptedFrames()).toBe(frames);
    expect(a.replica.texts(b.id)).toEqual([]);
    await until('it is trusted again', () => !distrusted());
    await until('everything came again', () => a.replica.texts(b.id).length === 2);
    expect(b.log.lines.filter((line) => line.message === 'connected').length).toBe(1);
    expect(a.log.lines.filter((line) => line.level === 'warn').length).toBe(1);
  });

  test('an alarm that does not verify is not shown, and the next one that does is', async () => {
    const { identities } = await makeSite('Desk 1', 'Desk 2');
    const a = await start(identities[0]);
    const b = await start(identities[1], { fixedAddresses: [a.address()] });
    await until('both are connected', () => a.connectedTo(b) && b.connectedTo(a));
    b.lan.sendAlarm(b.replica.draft('forged').map((record) => ({ ...record, signature: new Uint8Array(64) })));
    b.lan.sendAlarm(b.replica.draft('help'));
    await until('the alarm is shown', () => a.replica.previewed().length > 0);
    expect(a.replica.previewed()).toEqual(['help']);
    expect(a.connectedTo(b)).toBe(true);
  });
});
