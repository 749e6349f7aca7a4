import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { mostAttachmentBytes, partBytes } from '../../../../main/contract/attachment.ts';
import type { Draft } from '../../../../main/core/event/catalogue.ts';
import { createAttachmentStore } from '../../../../main/ledger/attachmentStore.ts';
import type { Ledger } from '../../../../main/ledger/ledger.ts';
import { createAttachmentParts } from '../../../../main/station/attachment/attachmentParts.ts';
import { emptyReport } from '../../../../main/core/incident/draftFromAlarm.ts';
import { createAttachments } from '../../../../main/station/attachment/attachments.ts';
import { createChanges } from '../../../../main/station/changes.ts';
import { heldClock, makeTestStation, openTestLedger, silentLog, type TestStation } from '../../../support/ledger/testLedger.ts';

const [deskStation, officeStation] = [makeTestStation('Front desk'), makeTestStation('Back office')];
const id = (n: number): string => `019ad000-0000-7000-8000-00000000000${n}`;
const owner = (n: number): string => `incident/${id(n)}`;
const filed = (n: number): Draft => ({ kind: 'IncidentFiled', subject: owner(n), body: { alarm: null, report: { ...emptyReport(), title: 'A chair' }, station: 'Front desk', staff: null } });
const erased = (subject: string): Draft => ({ kind: 'SubjectErased', subject, body: { reason: 'asked for', station: 'Front desk', staff: null } });
const anybody = { staff: null, mayOpenRestricted: false };
const text = (length: number): Buffer => Buffer.alloc(length, 'a line of text\n');

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

const start = (self: TestStation, others: readonly TestStation[], { limit = 1e9, free = 1e12 }: { readonly limit?: number; readonly free?: number } = {}) => {
  const clock = heldClock();
  const { ledger, close } = openTestLedger(self, others, clock);
  const folder = mkdtempSync(join(tmpdir(), 'quietbell-attachments-'));
  const store = createAttachmentStore(folder);
  const context = { ledger, identity: { ...self, tlsKey: new Uint8Array(), authorityCertificate: new Uint8Array(), siteKey: new Uint8Array(32), authorityKey: null }, clock, ids: { next: () => id(9) }, log: silentLog, changes: createChanges(silentLog), procedures: [] };
  const parts = createAttachmentParts({ ledger, store, limit, freeSpace: () => free, clock, log: silentLog, onChanged: () => {} });
  const attachments = createAttachments({ context, store, parts, freeSpace: () => free, live: true });
  open.push(() => {
    attachments.stop();
    close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { ledger, clock, folder, store, parts, attachments };
};

const attach = async ({ attachments }: ReturnType<typeof start>, n: number, to: number, content: Uint8Array, name = 'notes.txt', restricted = false) => {
  await attachments.begin({ id: id(n), owner: owner(to), name, size: content.length, restricted });
  for (let number = 1; (number - 1) * partBytes < content.length; number += 1) await attachments.put(id(n), number, content.subarray((number - 1) * partBytes, number * partBytes));
  return attachments.finish(id(n), null);
};
const send = (from: Ledger, to: Ledger, of: TestStation): void => {
  const known = to.have().get(of.station.id) ?? 0;
  to.accept(from.read(of.station.id, known, 1e9));
};

describe('a file that is attached', () => {
  it('belongs to its record, is read back as it was, and lies on the disk in no other form than sealed', async () => {
    const desk = start(deskStation, []);
    desk.ledger.append([filed(1)]);
    const content = text(2 * partBytes + 100);
    expect(await attach(desk, 2, 1, content, '../notes.html')).toMatchObject({ ok: true, value: { name: 'notes.html.txt', type: 'text/plain', size: content.length } });
    const read = [];
    for (const number of [1, 2, 3]) read.push(await desk.attachments.read(id(2), number, anybody));
    expect(Buffer.concat(read.map((part) => (part.ok ? part.value : new Uint8Array())))).toEqual(content);
    expect(readdirSync(join(desk.folder, id(2)))).toHaveLength(3);
    expect(desk.attachments.attachmentsOf(owner(1))).toEqual([`attachment/${id(2)}`]);
    expect(await desk.attachments.verify()).toEqual({ checked: 1, incomplete: [] });
  });

  it('goes on where it was broken off, also by a new process, and a part that comes twice is kept once', async () => {
    const desk = start(deskStation, []);
    desk.ledger.append([filed(1)]);
    const content = text(3 * partBytes);
    const begin = () => desk.attachments.begin({ id: id(2), owner: owner(1), name: 'notes.txt', size: content.length, restricted: false });
    await begin();
    for (const number of [1, 2, 2]) await desk.attachments.put(id(2), number, content.subarray((number - 1) * partBytes, number * partBytes));
    expect(await begin()).toEqual({ ok: true, value: { received: 2 } });
    expect(await desk.attachments.finish(id(2), null)).toMatchObject({ ok: false, error: { type: 'AttachmentIncomplete' } });
    await desk.attachments.put(id(2), 3, content.subarray(2 * partBytes));
    expect(await desk.attachments.finish(id(2), null)).toMatchObject({ ok: true });
    expect(await desk.attachments.finish(id(2), null)).toMatchObject({ ok: true });
    expect(desk.attachments.list(owner(1))).toHaveLength(1);
  });

  it.each([
    ['is empty', { size: 0 }, 'AttachmentRefused'],
    ['is too large', { size: mostAttachmentBytes + 1 }, 'AttachmentRefused'],
    ['belongs to nothing', { owner: owner(7) }, 'AttachmentRefused'],
  ])('that %s is refused before a byte of it is sent', async (_what, change, type) => {
    const desk = start(deskStation, []);
    desk.ledger.append([filed(1)]);
    expect(await desk.attachments.begin({ id: id(2), owner: owner(1), name: 'a', size: 10, restricted: false, ...change })).toMatchObject({ ok: false, error: { type } });
  });

  it('is refused where the disk is nearly full', async () => {
    const desk = start(deskStation, [], { free: 100_000_000 });
    desk.ledger.append([filed(1)]);
    expect(await desk.attachments.begin({ id: id(2), owner: owner(1), name: 'a', size: 10, restricted: false })).toMatchObject({ ok: false, error: { type: 'AttachmentUnwritable' } });
  });

  it('that is a page under the name of a picture is refused by its first part, and one that turns out to be no text at its end', async () => {
    const desk = start(deskStation, []);
    desk.ledger.append([filed(1)]);
    const page = Buffer.from('<html><script>alert(1)</script>');
    await desk.attachments.begin({ id: id(2), owner: owner(1), name: 'photo.jpg', size: page.length, restricted: false });
    expect(await desk.attachments.put(id(2), 1, page)).toMatchObject({ ok: false, error: { type: 'AttachmentRefused' } });
    expect(await attach(desk, 3, 1, Buffer.concat([text(partBytes), Buffer.from([0, 1, 2])]))).toMatchObject({ ok: false, error: { type: 'AttachmentRefused' } });
    expect(desk.attachments.list(owner(1))).toEqual([]);
  });

  it('that nobody goes on with is dropped after a day, and one that is younger stays', async () => {
    const desk = start(deskStation, []);
    desk.ledger.append([filed(1)]);
    for (const [n, hours] of [[2, 23], [3, 2]] as const) {
      await desk.attachments.begin({ id: id(n), owner: owner(1), name: 'a', size: 10, restricted: false });
      await desk.attachments.put(id(n), 1, text(10));
      desk.clock.pass(hours * 3_600_000);
    }
    // As at the next start.
    createAttachments({ context: { ledger: desk.ledger, identity: { ...deskStation, tlsKey: new Uint8Array(), authorityCertificate: new Uint8Array(), siteKey: new Uint8Array(), authorityKey: null }, clock: desk.clock, ids: { next: () => id(9) }, log: silentLog, changes: createChanges(silentLog), procedures: [] }, store: desk.store, parts: desk.parts, freeSpace: () => null, live: true }).stop();
    await vi.waitFor(() => expect(existsSync(join(desk.folder, id(2)))).toBe(false));
    expect(existsSync(join(desk.folder, id(3)))).toBe(true);
  });
});

describe('a sealed original', () => {
  it('is opened by nobody but those who may, and each look is an event', async () => {
    const desk = start(deskStation, []);
    desk.ledger.append([filed(1)]);
    await attach(desk, 2, 1, text(100), 'original.txt', true);
    expect(await desk.attachments.read(id(2), 1, anybody)).toMatchObject({ ok: false, error: { type: 'RoleInsufficient' } });
    expect(desk.attachments.list(owner(1))[0]?.opened).toBeNull();
    expect(await desk.attachments.read(id(2), 1, { staff: { id: id(5), name: 'Ana Lima' }, mayOpenRestricted: true })).toMatchObject({ ok: true });
    expect(desk.attachments.list(owner(1))[0]?.opened).toMatchObject({ staff: 'Ana Lima' });

    // So is one that leaves out the beginning.
    await attach(desk, 3, 1, text(partBytes + 100), 'longer.txt', true);
    await desk.attachments.read(id(3), 2, { staff: { id: id(5), name: 'Ana Lima' }, mayOpenRestricted: true });
    expect(desk.attachments.list(owner(1)).find((file) => file.id === id(3))?.opened).toMatchObject({ staff: 'Ana Lima' });
  });
});

describe('what is removed', () => {
  it('stands beside a filed record with who and why', async () => {
    const desk = start(deskStation, []);
    desk.ledger.append([filed(1)]);
    await attach(desk, 2, 1, text(10));
    desk.attachments.remove(id(2), 'Belongs elsewhere', { id: id(5), name: 'Ana Lima' });
    expect(desk.attachments.list(owner(1))).toMatchObject([{ removed: { reason: 'Belongs elsewhere', staff: 'Ana Lima' } }]);
    expect(await desk.attachments.read(id(2), 1, anybody)).toMatchObject({ ok: true });
  });

  it('from a draft is erased', async () => {
    const desk = start(deskStation, []);
    desk.ledger.local.drafts.save({ id: id(1), alarm: null, report: emptyReport(), savedAt: new Date(0).toISOString() });
    await attach(desk, 2, 1, text(10));
    desk.attachments.remove(id(2), 'x', null);
    expect(desk.attachments.list(owner(1))).toEqual([]);
    await vi.waitFor(() => expect(existsSync(join(desk.folder, id(2)))).toBe(false));
  });
});

describe('the parts of files of other stations', () => {
  it('are known to be missing once their event is here, thumbnails and the newest first', async () => {
    const [desk, office] = [start(deskStation, [officeStation]), start(officeStation, [deskStation])];
    desk.ledger.append([filed(1)]);
    for (const n of [2, 3]) await attach(desk, n, 1, text(partBytes + n));
    await office.parts.ready();
    send(desk.ledger, office.ledger, deskStation);
    await vi.waitFor(() => expect(office.parts.nextMissing(() => false)).toMatchObject({ attachment: id(3), number: 1 }));
    expect(office.attachments.list(owner(1)).map(({ parts }) => parts)).toEqual([{ here: 0, of: 2 }, { here: 0, of: 2 }]);
    for (let part = office.parts.nextMissing(() => false); part !== null; part = office.parts.nextMissing(() => false)) expect(await office.parts.keep(part, (await desk.parts.read(part)) ?? new Uint8Array())).toBe(true);
    expect(office.attachments.list(owner(1)).map(({ parts }) => parts)).toEqual([{ here: 2, of: 2 }, { here: 2, of: 2 }]);
    expect(await office.attachments.read(id(2), 2, anybody)).toMatchObject({ ok: true });
  });

  it('that are asked for by others, and looked for, while they are being written are not taken for missing', async () => {
    const [desk, office] = [start(deskStation, [officeStation]), start(officeStation, [deskStation])];
    desk.ledger.append([filed(1)]);
    await attach(desk, 2, 1, text(5 * partBytes));
    await office.parts.ready();
    send(desk.ledger, office.ledger, deskStation);
    await vi.waitFor(() => expect(office.parts.nextMissing(() => false)).not.toBeNull());
    const fetched: number[] = [];
    const under: Promise<unknown>[] = [];
    for (let part = office.parts.nextMissing(() => false); part !== null; part = office.parts.nextMissing(() => false)) {
      fetched.push(part.number);
      const sealed = (await desk.parts.read(part)) ?? never();
      under.push(office.parts.keep(part, sealed), office.parts.look(id(2)), office.parts.read({ ...part, number: 5, address: (await desk.store.held(id(2)))[4]?.address ?? '' }));
    }
    expect(await Promise.all(under)).not.toContain(false);
    expect(fetched).toEqual([1, 2, 3, 4, 5]);
    expect(office.attachments.list(owner(1))[0]?.parts).toEqual({ here: 5, of: 5 });
    expect(office.parts.facts()).toEqual({ waiting: 0, withoutRoom: 0, unwritable: false });
  });

  it('that do not fit are not fetched, and that is a fault', async () => {
    const [desk, office] = [start(deskStation, [officeStation]), start(officeStation, [deskStation], { limit: partBytes })];
    desk.ledger.append([filed(1)]);
    await attach(desk, 2, 1, text(2 * partBytes));
    await office.parts.ready();
    send(desk.ledger, office.ledger, deskStation);
    await vi.waitFor(() => expect(office.parts.facts()).toMatchObject({ waiting: 1, withoutRoom: 1 }));
    expect(office.parts.nextMissing(() => false)).toBeNull();
  });

  it('that were damaged are named by the check and fetched again', async () => {
    const desk = start(deskStation, []);
    desk.ledger.append([filed(1)]);
    await attach(desk, 2, 1, text(partBytes + 1));
    rmSync(join(desk.folder, id(2), readdirSync(join(desk.folder, id(2)))[0] ?? ''));
    expect(await desk.attachments.verify()).toEqual({ checked: 1, incomplete: [{ id: id(2), owner: owner(1), missing: 1, of: 2 }] });
    await vi.waitFor(() => expect(desk.parts.nextMissing(() => false)).toMatchObject({ attachment: id(2) }));
  });

  it('wait for a moment after any word of an alarm, while one is open, and not for ever when nobody closes it', () => {
    const desk = start(deskStation, []);
    const again = () => createAttachmentParts({ ledger: desk.ledger, store: desk.store, limit: 1e9, freeSpace: () => null, clock: desk.clock, log: silentLog, onChanged: () => {} });
    expect(desk.parts.isCalm()).toBe(true);
    desk.ledger.append([{ kind: 'AlarmRaised', subject: `alarm/${id(4)}`, body: { level: 'assist', kind: 'real', source: 'key', place: 'Front desk', press: id(4), alone: false, station: 'Front desk', staff: null } }]);
    expect(desk.parts.isCalm()).toBe(false);
    // Of a process that was started since and has heard no word itself.
    expect(again().isCalm()).toBe(false);
    desk.clock.pass(61 * 60_000);
    expect(again().isCalm()).toBe(true);
  });
});

describe('what belongs to a record that is erased', () => {
  it('goes with it, bytes and all, on every station, whoever of them was away', async () => {
    const [desk, office] = [start(deskStation, [officeStation]), start(officeStation, [deskStation])];
    await office.parts.ready();
    desk.ledger.append([filed(1)]);
    await attach(desk, 2, 1, text(10));
    send(desk.ledger, office.ledger, deskStation);
    await vi.waitFor(() => expect(office.parts.nextMissing(() => false)).not.toBeNull());
    const part = office.parts.nextMissing(() => false) ?? never();
    await office.parts.keep(part, (await desk.parts.read(part)) ?? new Uint8Array());
    // The office has not heard of it when it adds another.
    desk.ledger.append([erased(owner(1))]);
    expect(await attach(office, 3, 1, text(10))).toMatchObject({ ok: true });
    send(desk.ledger, office.ledger, deskStation);
    send(office.ledger, desk.ledger, officeStation);
    send(desk.ledger, office.ledger, deskStation);
    for (const { ledger, folder, attachments } of [desk, office]) {
      await vi.waitFor(() => expect(readdirSync(folder)).toEqual([]));
      expect(attachments.attachmentsOf(owner(1))).toEqual([]);
      for (const n of [2, 3]) expect(ledger.isErased(`attachment/${id(n)}`)).toBe(true);
      expect(await attachments.read(id(2), 1, anybody)).toMatchObject({ ok: false, error: { type: 'AttachmentUnknown' } });
      expect(await ledger.verify()).toMatchObject({ ok: true });
    }
  });

  it('is not served to anybody while its folder is still there', async () => {
    const desk = start(deskStation, []);
    desk.ledger.append([filed(1)]);
    await attach(desk, 2, 1, text(10));
    const [held] = await desk.store.held(id(2));
    desk.ledger.append([erased(`attachment/${id(2)}`)]);
    expect(await desk.parts.read(held ?? never())).toBeNull();
  });

  it('is taken from the disk at the next start when the process ended in between', async () => {
    const desk = start(deskStation, []);
    desk.ledger.append([filed(1)]);
    await attach(desk, 2, 1, text(10));
    desk.attachments.stop();
    desk.ledger.append([erased(`attachment/${id(2)}`)]);
    expect(existsSync(join(desk.folder, id(2)))).toBe(true);
    await createAttachmentParts({ ledger: desk.ledger, store: desk.store, limit: 1e9, freeSpace: () => null, clock: desk.clock, log: silentLog, onChanged: () => {} }).ready();
    expect(existsSync(join(desk.folder, id(2)))).toBe(false);
  });
});

const never = (): never => {
  throw new Error('it is not there');
};
