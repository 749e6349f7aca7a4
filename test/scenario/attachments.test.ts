/** Files of records at real processes that are killed, away and full of orders to forget. */
import { existsSync, readFileSync } from 'node:fs';
import { writeFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { partBytes, partsOf } from '../../main/contract/index.ts';
import { answered } from '../support/cliAnswers.ts';
import { createRealSite, type RealDesk, type RealSite } from '../support/realSite.ts';
import { quietbell } from '../support/stationProcess.ts';

const eventually = <Value>(look: () => Promise<Value>) => expect.poll(look, { timeout: 30_000, interval: 20 });
const listing = z.object({ attachments: z.array(z.object({ id: z.uuid(), name: z.string(), type: z.string(), parts: z.object({ here: z.int(), of: z.int() }), savedAs: z.string().nullable() })) });

let site: RealSite;
let office: RealDesk;
let front: RealDesk;
let children: RealDesk;
beforeAll(async () => {
  site = await createRealSite();
  office = await site.add('Back office');
  front = await site.add('Front desk');
  children = await site.add('Children');
}, 180_000);
afterAll(() => site.close());

/** Text of so many bytes that is nowhere the same. */
const linesOf = (bytes: number): Buffer => {
  const lines: string[] = [];
  for (let length = 0, line = 0; length < bytes; line += 1) {
    lines.push(`A line that says that it is number ${line}.\n`);
    length += lines.at(-1)?.length ?? 0;
  }
  return Buffer.from(lines.join('').slice(0, bytes));
};

const fileRecord = async (desk: RealDesk): Promise<string> => (await (await desk.client()).incident.file({ title: 'A chair was thrown' })).id;
const put = async (desk: RealDesk, id: string, content: Buffer, number: number) => (await desk.client()).attachment.put({ id, number, bytes: content.subarray((number - 1) * partBytes, number * partBytes).toString('base64') });
const attach = async (desk: RealDesk, incident: string, content: Buffer): Promise<string> => {
  const id = uuid();
  await (await desk.client()).attachment.begin({ id, owner: `incident/${incident}`, name: 'notes.txt', size: content.length });
  for (let number = 1; number <= partsOf(content.length); number += 1) await put(desk, id, content, number);
  await (await desk.client()).attachment.finish({ id });
  return id;
};
const hereAt = async (desk: RealDesk, incident: string): Promise<number> => (await (await desk.client()).attachment.list({ owner: `incident/${incident}` })).reduce((sum, { parts }) => sum + parts.here, 0);
const heldAt = (desk: RealDesk, id: string): boolean => existsSync(join(desk.data, 'attachments', id));

/** Each command is a process of its own, and a busy machine starts them slowly. */
describe('files of records', { timeout: 120_000 }, () => {
  it('are attached from the command line, arrive at the other station and are saved there as they were, whatever their name said', async () => {
    const incident = await fileRecord(office);
    const content = linesOf(3 * partBytes + 5);
    await writeFile(join(site.folder, 'notes.exe'), content);
    const attached = answered(z.object({ id: z.uuid(), name: z.string() }), await quietbell(['attach', incident, join(site.folder, 'notes.exe'), '--data', office.data, '--json']));
    expect(attached.name).toBe('notes.exe.txt');
    await eventually(() => hereAt(front, incident)).toBe(4);
    const saved = join(site.folder, 'saved');
    await mkdir(saved);
    await writeFile(join(saved, 'notes.exe.txt'), 'something else');
    const { attachments } = answered(listing, await quietbell(['attachments', incident, '--save', saved, '--data', front.data, '--json']));
    expect(attachments).toMatchObject([{ name: 'notes.exe.txt', type: 'text/plain', savedAs: join(saved, 'notes.exe (2).txt') }]);
    expect(readFileSync(attachments[0]?.savedAs ?? '').equals(content)).toBe(true);
    expect(readFileSync(join(saved, 'notes.exe.txt'), 'utf8')).toBe('something else');
    const refused = await quietbell(['attach', incident, join(front.data, 'ledger.db'), '--data', front.data, '--json']);
    expect(refused.errorJson).toMatchObject({ error: { type: 'AttachmentRefused' } });
    const verified = answered(z.object({ ok: z.boolean(), attachments: z.object({ checked: z.int(), incomplete: z.array(z.unknown()) }) }), await quietbell(['verify', '--data', front.data, '--json']));
    expect(verified).toMatchObject({ ok: true, attachments: { incomplete: [] } });
  });

  it('go on being taken in after the station was killed in between, part by part where they were', async () => {
    const incident = await fileRecord(office);
    const content = linesOf(20 * partBytes);
    const id = uuid();
    const begin = async () => (await office.client()).attachment.begin({ id, owner: `incident/${incident}`, name: 'notes.txt', size: content.length });
    await begin();
    for (let number = 1; number <= 9; number += 1) await put(office, id, content, number);
    // One is on its way when the process ends.
    const last = put(office, id, content, 10).catch(() => null);
    process.kill(office.process.pid(), 'SIGKILL');
    await last;
    let received = -1;
    await eventually(async () => (received = await begin().then((uploaded) => uploaded.received, () => -1))).toBeGreaterThanOrEqual(9);
    expect(received).toBeLessThanOrEqual(10);
    for (let number = received + 1; number <= 20; number += 1) await put(office, id, content, number);
    expect(await (await office.client()).attachment.finish({ id })).toMatchObject({ size: content.length, parts: { here: 20, of: 20 } });
    const read: Buffer[] = [];
    for (let number = 1; number <= 20; number += 1) read.push(Buffer.from((await (await office.client()).attachment.read({ id, number })).bytes, 'base64'));
    expect(Buffer.concat(read).equals(content)).toBe(true);
  });

  it('arrive whole at a station that was killed while they came', async () => {
    const incident = await fileRecord(office);
    const content = linesOf(150 * partBytes);
    await attach(office, incident, content);
    await eventually(() => hereAt(front, incident)).toBeGreaterThan(5);
    process.kill(front.process.pid(), 'SIGKILL');
    await eventually(() => hereAt(front, incident).catch(() => -1)).toBe(150);
    expect((await (await front.client()).site.verify()).attachments.incomplete).toEqual([]);
  });

  it('go with their record on every station, also on one that was away', async () => {
    const incident = await fileRecord(office);
    const id = await attach(office, incident, linesOf(2 * partBytes));
    for (const desk of [front, children]) await eventually(() => hereAt(desk, incident)).toBe(2);
    await children.stop();
    await (await office.client()).incident.erase({ id: incident, reason: 'request' });
    for (const desk of [office, front]) await eventually(() => Promise.resolve(heldAt(desk, id))).toBe(false);
    expect(heldAt(children, id)).toBe(true);
    children = await site.restart(children);
    for (const desk of [office, front, children]) {
      await eventually(() => Promise.resolve(heldAt(desk, id))).toBe(false);
      expect(await (await desk.client()).attachment.list({ owner: `incident/${incident}` })).toEqual([]);
    }
  });

  it('of a draft that is thrown away are gone everywhere', async () => {
    const draft = await (await office.client()).incident.openDraft({ alarm: null });
    const id = await attach(office, draft.id, linesOf(partBytes));
    await eventually(() => Promise.resolve(heldAt(front, id))).toBe(true);
    await (await office.client()).incident.discardDraft({ id: draft.id });
    for (const desk of [office, front]) await eventually(() => Promise.resolve(heldAt(desk, id))).toBe(false);
  });
});
