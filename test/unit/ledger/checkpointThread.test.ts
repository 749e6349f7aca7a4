import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Draft } from '../../../main/core/event/catalogue.ts';
import { createCheckpointThread } from '../../../main/ledger/checkpointThread.ts';
import { createLedger } from '../../../main/ledger/createLedger.ts';
import { openLedgerFile } from '../../../main/ledger/ledgerFile.ts';
import { heldClock, makeTestStation, silentLog, testSiteKey } from '../../support/ledger/testLedger.ts';

const key = new Uint8Array(32).fill(7);
const desk = makeTestStation('Desk 1');
const id = (n: number): string => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const run = (n: number): Draft => ({ kind: 'RunEnded', subject: `run/${id(n)}`, body: {} });

describe('the thread that empties the WAL', () => {
  let folder: string;
  let path: string;
  const closing: (() => unknown)[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'quietbell-checkpoint-'));
    path = join(folder, 'ledger.db');
  });
  afterEach(async () => {
    for (const close of closing.splice(0).toReversed()) await close();
    rmSync(folder, { recursive: true });
  });

  const start = () => {
    const file = openLedgerFile({ file: path, key, enrolled: false, repairs: true, clock: heldClock(), log: silentLog });
    if (!file.ok) throw new Error(file.error.message);
    const ledger = createLedger({ connection: file.value.connection, clock: heldClock(), log: silentLog, stationId: desk.station.id, signingKey: desk.signingKey, siteKey: testSiteKey });
    ledger.local.roster.add(desk.station);
    const thread = createCheckpointThread(path, key, silentLog);
    closing.push(file.value.close, thread.close);
    let written = 0;
    const write = (count: number): void => {
      for (let n = 0; n < count; n += 1) expect(ledger.append([run((written += 1))]).ok).toBe(true);
    };
    return { file: file.value, ledger, thread, write };
  };
  const size = (): number => statSync(path).size;
  /** Asks until what was written stands in the file. */
  const untilLargerThan = (before: number, thread: ReturnType<typeof createCheckpointThread>) =>
    vi.waitFor(
      () => {
        thread.checkpoint();
        expect(size()).toBeGreaterThan(before);
      },
      { timeout: 15_000, interval: 20 },
    );

  it('brings what commits leave in the WAL into the file, beside a station that goes on writing, and leaves nothing open at the end', async () => {
    const { file, ledger, thread, write } = start();
    const before = size();
    write(300);
    expect(size()).toBe(before);
    thread.checkpoint();
    write(50);
    await untilLargerThan(before, thread);
    write(50);
    expect(await ledger.verify()).toMatchObject({ ok: true, events: 400 });
    await thread.close();
    closing.splice(0);
    file.close();
    expect(existsSync(`${path}-wal`)).toBe(false);
    expect(await start().ledger.verify()).toMatchObject({ ok: true, events: 400 });
  });

  it('goes on with the file that stands at the path after another was lost', async () => {
    const { file, thread, write, ledger } = start();
    const first = size();
    write(100);
    await untilLargerThan(first, thread);
    rmSync(path);
    expect(file.isInPlace()).toBe(false);
    file.tend();
    expect([file.isInPlace(), file.replacement()?.reason]).toEqual([true, 'rewritten']);
    const before = size();
    write(300);
    await untilLargerThan(before, thread);
    expect(await ledger.verify()).toMatchObject({ ok: true, events: 400 });
  });

  it('makes no file where there is none', async () => {
    const warnings: string[] = [];
    const thread = createCheckpointThread(path, key, { ...silentLog, warn: (_facts, message) => warnings.push(message) });
    closing.push(thread.close);
    thread.checkpoint();
    await vi.waitFor(() => expect(warnings).toHaveLength(1), { timeout: 15_000 });
    expect(existsSync(path)).toBe(false);
  });

  it('does not keep what was erased from being overwritten in the WAL', async () => {
    const { file, thread, write } = start();
    write(300);
    thread.checkpoint();
    await vi.waitFor(() => expect(file.connection.emptyLog()).toBe(true), { timeout: 15_000, interval: 20 });
    expect(statSync(`${path}-wal`).size).toBe(0);
  });
});
