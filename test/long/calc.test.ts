import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StationClient } from '../../main/contract/index.ts';
import { toCsv } from '../../main/document/csv.ts';
import { createStation } from '../../main/station/createStation.ts';
import type { Station } from '../../main/station/station.ts';
import { createNoDevices } from '../../native/noDevices.ts';
import { createNoRelays } from '../../native/noRelays.ts';
import { openInCalc, whyNoCalc } from '../support/calc.ts';
import { exportFile } from '../support/exportedFile.ts';
import { silentLog } from '../support/ledger/testLedger.ts';
import { reportNotRun } from '../support/notRun.ts';

const name = 'exported tables opened in LibreOffice Calc';
const unable = whyNoCalc();
if (unable !== null) reportNotRun(name, unable);

describe.runIf(unable === null)(name, () => {
  let folder = '';
  let station: Station;
  let command: StationClient;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quietbell-calc-'));
    const created = await createStation({ dataFolder: join(folder, 'data'), databaseKey: null, listen: null, live: false, devices: createNoDevices(), relays: createNoRelays(), log: silentLog });
    if (!created.ok) throw new Error(created.error.message);
    station = created.value;
    command = station.client('command');
    await command.setup.createSite({ site: 'Bücherei Süd', station: 'Theke' });
  });
  afterAll(async () => {
    await station.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('records stand in the right columns, with umlauts and lines as they were written, moments as dates, and no formula', async () => {
    const records = [uuid(), uuid()];
    await command.incident.file({ id: records[0] ?? '', title: '=HYPERLINK("http://localhost/","Größe")', occurredAt: '2026-03-01T14:20:00.000Z', place: 'Kinderbücherei; 1. Stock', account: 'Er rief: „Schluss!“, zweimal.\n\n+49 30 123, "weg", und ging. Ωμ 山', actions: '-1+2', outcome: '@SUM(A1:A9)' });
    await command.incident.file({ id: records[1] ?? '', title: 'Zweiter', account: '\t=1+1' });
    const { bytes } = await exportFile(command, { format: 'csv', records, language: 'de' });
    const [heads = [], ...rows] = openInCalc(folder, bytes);
    const read = (row: number, column: string) => rows[row]?.[heads.findIndex(({ text }) => text === column)];
    expect(heads.map(({ text }) => text).slice(0, 6)).toEqual(['Bericht', 'Titel', 'Geschehen (UTC)', 'Ort', 'Kategorie', 'Abgelegt (UTC)']);
    expect(rows).toHaveLength(2);
    expect(rows.flat().filter(({ formula }) => formula !== null)).toEqual([]);
    expect(read(0, 'Titel')).toMatchObject({ type: 'string', text: '\'=HYPERLINK("http://localhost/","Größe")' });
    expect(read(0, 'Ort')?.text).toBe('Kinderbücherei; 1. Stock');
    expect(read(0, 'Gesehen und gehört')?.text).toBe('Er rief: „Schluss!“, zweimal.\n\n+49 30 123, "weg", und ging. Ωμ 山');
    expect([read(0, 'Getan')?.type, read(0, 'Wie es ausging')?.type, read(1, 'Gesehen und gehört')?.type]).toEqual(['string', 'string', 'string']);
    expect([read(0, 'Geschehen (UTC)')?.type, read(0, 'Abgelegt (UTC)')?.type, read(1, 'Abgelegt (UTC)')?.type]).toEqual(['date', 'date', 'date']);
    expect(read(0, 'Dateien')).toEqual({ type: 'float', text: '0', formula: null });
  });

  it('whatever a text begins with, it stays the text; a number stays a number', () => {
    const texts = ['=1+1', '+1+1', '-1-1', '@SUM(1)', '\t=1+1', '\r=1+1', '\n=1+1', '=cmd|" /C calc"!A0', '＝1+1'];
    const [, ...rows] = openInCalc(folder, Buffer.from(toCsv(['Text', 'Number'], texts.map((text) => [text, -3])), 'utf8'));
    expect(rows.map(([text, number]) => [text?.type, text?.formula, text?.text.startsWith("'"), number?.type])).toEqual(texts.map(() => ['string', null, true, 'float']));
  });

  it('what is not guarded would be worked out there: the test can fail', () => {
    const [, ...rows] = openInCalc(folder, Buffer.from('Text\r\n=1+1\r\n', 'utf8'));
    expect(rows[0]?.[0]).toMatchObject({ type: 'float', text: '2' });
  });
});
