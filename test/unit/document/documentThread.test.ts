import { afterAll, describe, expect, it } from 'vitest';
import { createDocumentThread } from '../../../main/document/documentThread.ts';
import type { FileOrder } from '../../../main/document/fileOrder.ts';
import { silentLog } from '../../support/ledger/testLedger.ts';

const letter: FileOrder = { type: 'letter', language: 'en', letter: { site: 'Elm Library', day: '2026-11-30', text: 'Dear Mo Grey,', signature: 'Signature' } };

describe('the thread that makes documents', () => {
  const documents = createDocumentThread(silentLog);
  afterAll(() => documents.close());

  it('makes one after the other for whoever asks meanwhile, and says when too many wait', async () => {
    const asked = Array.from({ length: 6 }, () => documents.make(letter));
    const outcomes = (await Promise.all(asked)).map((made) => (made.ok ? Buffer.from(made.value.subarray(0, 5)).toString() : made.error.type));
    expect(outcomes).toEqual(['%PDF-', '%PDF-', '%PDF-', '%PDF-', '%PDF-', 'ExportRunning']);
  });

  it('goes on with the next when one takes too long', async () => {
    const hurried = createDocumentThread(silentLog, 1);
    expect((await Promise.all([hurried.make(letter), hurried.make(letter)])).map((made) => (made.ok ? 'made' : made.error.type))).toEqual(['ExportFailed', 'ExportFailed']);
    await hurried.close();
  });

  it('goes on with the next after one that cannot be handed to the thread', async () => {
    const unsendable = Object.assign({ more: () => 'a function is not copied' }, letter);
    const [first, second] = await Promise.allSettled([documents.make(unsendable), documents.make(letter)]);
    expect(first.status).toBe('rejected');
    expect(second).toMatchObject({ status: 'fulfilled', value: { ok: true } });
  });

  it('makes nothing more once its station stops', async () => {
    const stopped = createDocumentThread(silentLog);
    const [first, second] = [stopped.make(letter), stopped.make(letter)];
    await stopped.close();
    for (const made of [first, second]) expect(await made).toMatchObject({ ok: false, error: { type: 'ExportFailed' } });
  });
});
