import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAttachmentStore } from '../../../main/ledger/attachmentStore.ts';
import { sealPart } from '../../../main/ledger/sealedPart.ts';
import { randomSecret } from '../../../main/platform/primitives.ts';

const id = '019ad000-0000-7000-8000-000000000001';
const key = randomSecret(32);
const part = (number: number, text = `part ${number}`) => sealPart(key, id, number, new TextEncoder().encode(text));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quietbell-parts-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('parts on the disk', () => {
  it('are there when they are said to be, for their owner alone', async () => {
    const store = createAttachmentStore(join(folder, 'attachments'));
    const { name, sealed } = part(1);
    expect(await store.keep(name, sealed)).toEqual({ ok: true, value: undefined });
    expect(await createAttachmentStore(join(folder, 'attachments')).read(name)).toEqual(Buffer.from(sealed));
    const file = join(folder, 'attachments', id, `1-${name.address}`);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'attachments', id)).mode & 0o777).toBe(0o700);
    expect(readFileSync(file).includes('part 1')).toBe(false);
  });

  it('are listed by number, and what is no part is passed over', async () => {
    const store = createAttachmentStore(folder);
    for (const number of [10, 2, 0]) await store.keep(part(number).name, part(number).sealed);
    writeFileSync(join(folder, id, 'note.txt'), 'x');
    expect((await store.held(id)).map(({ number }) => number)).toEqual([0, 2, 10]);
    expect(await store.list()).toEqual([id]);
    expect(await store.held('019ad000-0000-7000-8000-000000000009')).toEqual([]);
  });

  it('are not there when the process ended between writing and renaming, and what is left of that goes', async () => {
    const store = createAttachmentStore(folder);
    await store.keep(part(1).name, part(1).sealed);
    const { name, sealed } = part(2);
    writeFileSync(join(folder, id, `2-${name.address}.part`), sealed.subarray(0, 20));
    expect(await store.read(name)).toBeNull();
    expect((await store.held(id)).map(({ number }) => number)).toEqual([1]);
    await store.tidy();
    expect(readdirSync(join(folder, id)).filter((file) => file.endsWith('.part'))).toEqual([]);
    expect((await store.held(id)).map(({ number }) => number)).toEqual([1]);
  });

  it('that were damaged are noticed when they are read, and taken away so that they can be fetched again', async () => {
    const store = createAttachmentStore(folder);
    const { name, sealed } = part(1);
    await store.keep(name, sealed);
    writeFileSync(join(folder, id, `1-${name.address}`), sealed.map((byte, index) => (index === 15 ? byte ^ 1 : byte)));
    expect(await store.read(name)).toBeNull();
    expect(await store.held(id)).toEqual([]);
  });

  it('are gone with their attachment', async () => {
    const store = createAttachmentStore(folder);
    await store.keep(part(1).name, part(1).sealed);
    await store.drop(id);
    await store.drop(id);
    expect(existsSync(join(folder, id))).toBe(false);
    expect(await store.list()).toEqual([]);
  });

  it('that cannot be written are a clear error, and nothing stands at their place', async () => {
    // A file where the folder should be: no account, root included, can write into that.
    writeFileSync(join(folder, 'attachments'), '');
    const store = createAttachmentStore(join(folder, 'attachments'));
    expect(await store.keep(part(1).name, part(1).sealed)).toMatchObject({ ok: false, error: { type: 'AttachmentUnwritable', message: expect.stringContaining('ENOTDIR') } });
  });
});
