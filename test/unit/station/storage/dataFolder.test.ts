import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfiguration } from '../../../../main/station/configuration.ts';
import { databaseKeyFromFile, openDataFolder, type DataFolder } from '../../../../main/station/storage/dataFolder.ts';

let path: string;
let held: DataFolder[] = [];
beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), 'quietbell-folder-')), 'station');
});
afterEach(() => {
  for (const folder of held.splice(0)) folder.release();
  held = [];
  rmSync(join(path, '..'), { recursive: true, force: true });
});
const take = (): DataFolder => {
  const opened = openDataFolder(path);
  if (!opened.ok) throw new Error(opened.error.message);
  held.push(opened.value);
  return opened.value;
};

describe('the data folder', () => {
  it('is made for its owner alone, and so is the key', () => {
    const folder = take();
    expect(databaseKeyFromFile(folder).ok).toBe(true);
    expect(statSync(path).mode & 0o777).toBe(0o700);
    expect(statSync(join(path, 'ledger.key')).mode & 0o777).toBe(0o600);
  });

  it('belongs to one process at a time', () => {
    const folder = take();
    expect(openDataFolder(path)).toMatchObject({ ok: false, error: { type: 'DataFolderInUse' } });
    folder.release();
    held = [];
    take();
  });

  it('that is a file is refused without touching it', () => {
    writeFileSync(path, 'precious');
    expect(openDataFolder(path)).toMatchObject({ ok: false, error: { type: 'DataFolderUnusable' } });
    expect(readFileSync(path, 'utf8')).toBe('precious');
  });

  it('gives the same key again, and never a new one for a ledger that has lost its key', () => {
    const folder = take();
    const first = databaseKeyFromFile(folder);
    expect(databaseKeyFromFile(folder)).toEqual(first);
    writeFileSync(folder.ledgerFile, 'something');
    rmSync(join(path, 'ledger.key'));
    expect(databaseKeyFromFile(folder)).toMatchObject({ ok: false, error: { type: 'KeyMissing' } });
    writeFileSync(join(path, 'ledger.key'), 'not a key');
    expect(databaseKeyFromFile(folder)).toMatchObject({ ok: false, error: { type: 'KeyWrong' } });
  });
});

describe('the configuration', () => {
  it('has a default for everything', () => {
    take();
    expect(readConfiguration(path)).toEqual({ ok: true, value: { listen: '0.0.0.0:7411', peers: [], discover: true, attachments: 10 } });
  });

  it.each([
    ['lissten: 0.0.0.0:1', '"lissten"'],
    ['listen: somewhere', 'listen: an address is written host:port'],
    ['listen: [', 'station.yaml'],
    ['- a', 'the document'],
  ])('with %j says what is wrong with it and where', (text, message) => {
    take();
    writeFileSync(join(path, 'station.yaml'), text);
    const read = readConfiguration(path);
    expect(read).toMatchObject({ ok: false, error: { type: 'ConfigurationInvalid' } });
    expect(read.ok ? '' : read.error.message).toContain(message);
  });
});
