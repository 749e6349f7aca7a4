import { describe, expect, test } from 'vitest';
import { partBytes } from '../../main/contract/attachment.ts';
import { sealBytes, type PartName } from '../../main/core/attachment/parts.ts';
import { decodeFrame, encodeFrame } from '../../main/lan/frames.ts';
import { closed, linkAs, politeHello } from '../support/lan/foreignPeer.ts';
import { makeSite } from '../support/lan/memorySite.ts';
import { stationsOfThisFile } from '../support/lan/running.ts';
import type { TestStation } from '../support/lan/testStation.ts';
import { until } from '../support/lan/until.ts';

const start = stationsOfThisFile();
const first = '019ad000-0000-7000-8000-000000000001';
const second = '019ad000-0000-7000-8000-000000000002';
const hasAll = (station: TestStation, parts: readonly { readonly address: string }[]) => parts.every((part) => station.parts.has({ attachment: '', number: 0, ...part }));

describe('files of records', () => {
  test('arrive part by part, each once', async () => {
    const { identities } = await makeSite('Desk 1', 'Desk 2');
    const a = await start(identities[0]);
    const b = await start(identities[1], { fixedAddresses: [a.address()] });
    const parts = a.parts.make(first, 40, partBytes + sealBytes);
    b.parts.want(parts);
    await until('the file is there', () => hasAll(b, parts));
    expect(b.parts.fetched().map(({ number }) => number)).toEqual(parts.map(({ number }) => number));
  });

  test('go on where they were broken off', async () => {
    const { identities } = await makeSite('Desk 1', 'Desk 2');
    const a = await start(identities[0]);
    const parts = a.parts.make(first, 60);
    let stopAfterTenth: () => void = () => {};
    const stopped = new Promise<void>((resolve) => {
      stopAfterTenth = () => void b.lan.stop().then(resolve);
    });
    const b = await start(identities[1], {
      fixedAddresses: [a.address()],
      wrapParts: (memory) => ({ ...memory, keep: (part, sealed) => memory.keep(part, sealed).then((kept) => (memory.fetched().length === 10 && stopAfterTenth(), kept)) }),
    });
    b.parts.want(parts);
    await stopped;
    const held = b.parts.fetched().length;
    expect(held).toBeLessThan(60);
    const again = await start(identities[1], { before: b, fixedAddresses: [a.address()] });
    await until('the file is there', () => hasAll(again, parts));
    expect(again.parts.fetched()).toHaveLength(60);
  });

  test('come from whichever peer has them, also by way of one in the middle, while the one that wrote them is gone', async () => {
    const { identities } = await makeSite('Desk 1', 'Desk 2', 'Desk 3');
    const a = await start(identities[0]);
    const parts = a.parts.make(first, 12);
    const b = await start(identities[1], { fixedAddresses: [a.address()] });
    b.parts.want(parts);
    await until('the second has it', () => hasAll(b, parts));
    await a.lan.stop();
    const c = await start(identities[2], { fixedAddresses: [b.address()] });
    c.parts.want(parts);
    await until('it came round', () => hasAll(c, parts));
  });

  test('are put together from two peers of which each has only a half', async () => {
    const { identities } = await makeSite('Desk 1', 'Desk 2', 'Desk 3');
    const a = await start(identities[0]);
    const b = await start(identities[1], { fixedAddresses: [a.address()] });
    const parts = [...a.parts.make(first, 6), ...b.parts.make(first, 6).map((part) => ({ ...part, number: part.number + 6 }))];
    const c = await start(identities[2], { fixedAddresses: [a.address(), b.address()] });
    c.parts.want(parts);
    await until('both halves are there', () => hasAll(c, parts));
  });

  test('wait until the records are there', async () => {
    const { identities } = await makeSite('Desk 1', 'Desk 2');
    const a = await start(identities[0]);
    for (let commit = 0; commit < 100; commit += 1) a.replica.commit(...Array.from({ length: 5 }, () => 'x'.repeat(2_000)));
    const parts = a.parts.make(first, 3);
    let before = -1;
    const b = await start(identities[1], {
      fixedAddresses: [a.address()],
      wrapParts: (memory) => ({ ...memory, keep: (part, sealed) => ((before = before < 0 ? (b.replica.have().get(a.id) ?? 0) : before), memory.keep(part, sealed)) }),
    });
    b.parts.want(parts);
    await until('the file is there', () => hasAll(b, parts));
    expect(before).toBe(500);
  });

  test('wait while somebody calls for help, at the one that asks and at the one that gives', async () => {
    const { identities } = await makeSite('Desk 1', 'Desk 2');
    const a = await start(identities[0]);
    const b = await start(identities[1], { fixedAddresses: [a.address()] });
    await until('both are connected', () => a.connectedTo(b) && b.connectedTo(a));
    for (const busy of [a, b]) {
      busy.parts.setCalm(false);
      const parts = a.parts.make(busy === a ? first : second, 2);
      const before = b.parts.fetched().length;
      b.parts.want(parts);
      // Events still travel: when this one is there, the part would have been as well.
      a.replica.commit('still written');
      await until('the record is there', () => b.replica.texts(a.id).length === (busy === a ? 1 : 2));
      expect(b.parts.fetched()).toHaveLength(before);
      busy.parts.setCalm(true);
      await until('the file is there', () => hasAll(b, parts));
    }
  });

  test('an alarm frame overtakes a large file', async () => {
    const { identities } = await makeSite('Desk 1', 'Desk 2');
    const a = await start(identities[0]);
    const parts = a.parts.make(first, 200, partBytes + sealBytes);
    let sentAt = 0;
    let shownAt = 0;
    const b = await start(identities[1], {
      fixedAddresses: [a.address()],
      wrapReplica: (replica) => ({ ...replica, preview: (records) => ((shownAt = b.parts.fetched().length), replica.preview(records)) }),
      wrapParts: (memory) => ({
        ...memory,
        keep: (part, sealed) => {
          if (sentAt === 0) {
            sentAt = 1;
            a.lan.sendAlarm(a.replica.draft('alarm'));
          }
          return memory.keep(part, sealed);
        },
      }),
    });
    b.parts.want(parts);
    await until('the alarm is shown', () => b.replica.previewed().length === 1);
    // One part may be ahead of it, and the one whose arrival set it off.
    expect(shownAt).toBeLessThanOrEqual(2);
    await until('the file is there', () => hasAll(b, parts), 20_000);
  });

  test('what is not what it was asked for is not kept, costs its sender its replication for a while, and comes from another', async () => {
    const { identities } = await makeSite('Desk 1', 'Desk 2', 'Desk 3');
    const forger = await start(identities[0], { wrapParts: (memory) => ({ ...memory, read: async (part) => ((await memory.read(part)) === null ? null : new Uint8Array(1_000)) }) });
    const parts = forger.parts.make(first, 3);
    const b = await start(identities[1], { fixedAddresses: [forger.address()] });
    b.parts.want(parts);
    await until('it is distrusted', () => b.lan.links().some(({ station, misconduct }) => station === forger.id && misconduct.includes('forgery')));
    expect(b.parts.fetched()).toEqual([]);
    forger.lan.sendAlarm(forger.replica.draft('help'));
    await until('its alarm is shown', () => b.replica.previewed()[0] === 'help');
    const honest = await start(identities[2], { fixedAddresses: [b.address()] });
    for (const part of parts) honest.parts.put(part, (await forger.parts.read(part)) ?? new Uint8Array());
    await until('the file is there', () => hasAll(b, parts));
  });

  test.each([
    ['sends a part that nobody asked for', (part: PartName) => [encodeFrame({ type: 'part', part, bytes: new Uint8Array(100) })]],
    ['asks for more before it is answered', (part: PartName) => [1, 2].map(() => encodeFrame({ type: 'partWanted', part }))],
  ])('a station that %s is cut off', async (_what, frames) => {
    const { identities } = await makeSite('Desk 1', 'Desk 2');
    const [own, foreign] = identities;
    if (own === undefined || foreign === undefined) throw new Error('there is no site');
    const a = await start(own);
    const [part] = a.parts.make(first, 1);
    if (part === undefined) throw new Error('there is no part');
    const link = await linkAs(foreign, a.address());
    link.send(politeHello(foreign, { version: 2 }));
    for (const frame of frames(part)) link.send(frame);
    await closed(link);
    expect(a.log.lines.filter(({ level }) => level === 'warn')).toHaveLength(1);
  });

  test('a station of version 1 is neither asked for files nor given any', async () => {
    const { identities } = await makeSite('Desk 1', 'Desk 2');
    const [self, old] = identities;
    if (self === undefined || old === undefined) throw new Error('there is no site');
    const a = await start(self);
    a.parts.want([{ attachment: first, number: 1, address: '00'.repeat(32) }]);
    const link = await linkAs(old, a.address());
    const types: string[] = [];
    link.on('message', (data) => {
      const frame = data instanceof Buffer ? decodeFrame(data) : null;
      types.push(frame?.ok === true ? frame.value.type : 'no frame');
    });
    link.send(politeHello(old));
    const [own] = a.parts.make(second, 1);
    if (own !== undefined) link.send(encodeFrame({ type: 'partWanted', part: own }));
    a.replica.commit('a record');
    await until('a few heartbeats came', () => types.length > 6);
    expect(types).not.toContain('partWanted');
    link.close();
  });
});
