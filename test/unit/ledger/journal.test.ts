import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EventRecord } from '../../../main/core/event/replica.ts';
import { createJournal, type Journal } from '../../../main/ledger/journal.ts';
import { randomSecret } from '../../../main/platform/primitives.ts';
import { silentLog } from '../../support/ledger/testLedger.ts';

const key = randomSecret(32);
const record = (seq: number): EventRecord => ({ origin: 'ab'.repeat(16), seq, bytes: Buffer.from(`event ${seq}, marker-in-the-clear`), signature: Buffer.alloc(64, seq), key: seq % 2 === 0 ? null : Buffer.alloc(60, seq) });
const hash = (seq: number): Buffer => Buffer.alloc(32, seq);

describe('the journal of what waits for its commit', () => {
  let folder: string;
  let file: string;
  const open: Journal[] = [];
  const openJournal = (under = key): Journal => {
    const journal = createJournal(file, under, silentLog);
    open.push(journal);
    return journal;
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'quietbell-journal-'));
    file = join(folder, 'ledger.waiting');
  });
  afterEach(() => {
    for (const journal of open.splice(0)) journal.close();
    rmSync(folder, { recursive: true });
  });

  it('has what was kept in it after the process that wrote it is gone, in order, until it is struck off', () => {
    const before = openJournal();
    expect(before.waiting()).toEqual([]);
    expect([before.add([record(1), record(2)]), before.add([record(3)])]).toEqual([true, true]);
    expect(openJournal().waiting()).toEqual([[record(1), record(2)], [record(3)]]);
    before.clear();
    before.add([record(4)]);
    expect(openJournal().waiting()).toEqual([[record(4)]]);
  });

  it('knows the last head that was noted, also when the note after it was torn', () => {
    const before = openJournal();
    expect(before.head()).toBeNull();
    for (const seq of [1, 2, 3]) before.noteHead({ seq, hash: hash(seq) });
    expect(openJournal().head()).toEqual({ seq: 3, hash: hash(3) });
    const bytes = readFileSync(file);
    bytes.fill(0xff, 256 + 10, 256 + 40);
    writeFileSync(file, bytes);
    expect(openJournal().head()).toEqual({ seq: 2, hash: hash(2) });
  });

  it('takes its room on the disk before it needs it', () => {
    const journal = openJournal();
    journal.head();
    const { size } = statSync(file);
    for (let seq = 1; seq <= 40; seq += 1) expect(journal.add([record(seq)])).toBe(true);
    expect(size).toBeGreaterThanOrEqual(65_536);
    expect(statSync(file).size).toBe(size);
  });

  it('leaves an entry aside that was torn while it was written, and those before it stand', () => {
    const journal = openJournal();
    journal.add([record(1)]);
    const end = readFileSync(file).findLastIndex((byte) => byte !== 0);
    journal.add([record(2)]);
    const bytes = readFileSync(file);
    bytes.fill(0, end + 60);
    writeFileSync(file, bytes);
    expect(openJournal().waiting()).toEqual([[record(1)]]);
  });

  it('is not readable without the key of the database', () => {
    openJournal().add([record(1)]);
    expect(readFileSync(file).includes('marker-in-the-clear')).toBe(false);
    expect(openJournal(randomSecret(32)).waiting()).toEqual([]);
  });

  it('is made anew when it was deleted under the station, and says no when it cannot be', () => {
    const journal = openJournal();
    journal.add([record(1)]);
    rmSync(file);
    expect(journal.add([record(2)])).toBe(true);
    expect(openJournal().waiting()).toEqual([[record(2)]]);
    expect(createJournal(join(folder, 'missing', 'ledger.waiting'), key, silentLog).add([record(1)])).toBe(false);
  });
});
