import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MadeFile, Role, StationClient } from '../../../../main/contract/index.ts';
import { problemOf } from '../../../../main/station/answers.ts';
import { createStation } from '../../../../main/station/createStation.ts';
import { dayOf } from '../../../../main/station/person/personFiles.ts';
import type { Station } from '../../../../main/station/station.ts';
import { createNoDevices } from '../../../../native/noDevices.ts';
import { createNoRelays } from '../../../../native/noRelays.ts';
import { pagesOf } from '../../../support/exportedFile.ts';
import { silentLog } from '../../../support/ledger/testLedger.ts';
import { quickCodes } from '../../../support/quickCodes.ts';

const pin = '2468';
/** Documents are made in a thread that takes a while to start. Milliseconds. */
const patience = 60_000;

describe('papers that are handed to somebody', () => {
  let folder = '';
  let station: Station;
  let window: StationClient;
  let command: StationClient;
  let person = '';
  let ban = '';
  const staffByRole = new Map<Role, string>();

  const as = async (role: Role): Promise<StationClient> => {
    await window.session.signIn({ staff: staffByRole.get(role) ?? '', pin });
    return window;
  };
  const textOf = ({ name, bytes }: MadeFile): string => {
    const path = join(folder, name);
    writeFileSync(path, Buffer.from(bytes, 'base64'));
    return pagesOf(path).join('\n').replaceAll(/\s+/g, ' ');
  };
  const actions = async (): Promise<readonly string[]> => (await command.site.audit({})).entries.map(({ action, about }) => `${action} ${about}`.trim());

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quietbell-handouts-'));
    const created = await createStation({ dataFolder: join(folder, 'data'), databaseKey: null, listen: null, live: false, devices: createNoDevices(), relays: createNoRelays(), log: silentLog, codes: quickCodes });
    if (!created.ok) throw new Error(created.error.message);
    station = created.value;
    [window, command] = [station.client('window'), station.client('command')];
    await command.setup.createSite({ site: 'Harbour library', station: 'Office' });
    for (const [role, name] of [['desk', 'Sam Okafor'], ['supervisor', 'Priya Shah'], ['auditor', 'Ana Ruiz']] as const) staffByRole.set(role, (await command.staff.add({ name, role, pin })).id);
    const desk = await as('desk');
    const { id: incident } = await desk.incident.file({ title: 'Struck the counter', account: 'Sam Okafor asked Mo Grey to leave.', involved: [{ role: 'customer', name: 'Mo Grey', description: 'grey coat', contact: '', injured: false }] });
    for (const place of ['Lobby', 'Lobby', 'Kinderbücherei']) await desk.incident.file({ title: 'Raised voice', place });
    person = (await desk.person.establish({ id: uuid(), names: ['Mo Grey'], description: 'Grey coat', before: 'Struck the counter.', marker: null, reviewOn: '2027-03-31', incident })).id;
    const supervisor = await as('supervisor');
    await supervisor.person.imposeBan({ person, areas: ['Children’s library'], from: '2026-12-01', until: '2027-02-28', reviewOn: null, notice: 'You struck the counter and shouted at staff.', decidedBy: 'Kit Moss' });
    ban = (await supervisor.person.get({ person })).bans[0]?.id ?? '';
  }, patience);
  afterAll(async () => {
    await station.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('the notice letter is a page of the site’s own, on which nobody of the staff stands', async () => {
    const text = textOf(await (await as('supervisor')).person.letterPdf({ person, ban }));
    expect(text).toMatch(/^Harbour library .*Dear Mo Grey, From 1 December 2026, up to and including 28 February 2027, you may not enter Children’s library at Harbour library\. You struck the counter .*Kit Moss for Harbour library.*by 31 March 2027\..*Signature/);
    expect(text).not.toMatch(/Priya|Okafor|Office|Quietbell/);
    expect(await actions()).toContain(`letter-made ${person}`);
  }, patience);

  it('it is written in the reader’s language, in the program’s words or in the site’s own', async () => {
    const letter = await (await as('auditor')).person.noticeLetter({ person, ban, language: 'de' });
    expect(letter).toMatchObject({ site: 'Harbour library', signature: 'Unterschrift' });
    expect(letter.text).toMatch(/^Guten Tag Mo Grey,\n\nab dem 1\. Dezember 2026 haben Sie bis einschließlich 28\. Februar 2027 Hausverbot für: Children’s library \(Harbour library\)\./);
    await expect(window.person.noticeLetter({ person, ban: uuid() })).rejects.toSatisfy((error) => problemOf(error)?.type === 'PersonUnknown');
  }, patience);

  it('everything held on a person goes on paper without the names of others, also in the foot, and each copy is noted', async () => {
    const supervisor = await as('supervisor');
    const text = textOf(await supervisor.person.exportPdf({ person, language: 'es' }));
    for (const words of ['Lo que se guarda sobre Mo Grey', 'Se han omitido los nombres de otras personas.', 'Grey coat', 'Children’s library', 'Espera a una segunda persona', 'prohibió la entrada', 'Struck the counter', '[withheld] asked Mo Grey to leave.', 'Hecho en Office', 'Página 1 de']) expect(text).toContain(words);
    expect(text).not.toMatch(/Okafor|Priya|Shah|Moss/);
    expect((await supervisor.person.get({ person })).history).toContainEqual(expect.objectContaining({ what: 'exported', staff: 'Priya Shah' }));
    expect(await actions()).toContain('file-given-out');
    expect(textOf(await command.person.exportPdf({ person, withhold: false }))).toContain('Sam Okafor asked Mo Grey to leave.');
  }, patience);

  it('a report is a PDF of all its tables, in the reader’s language, and a CSV a table', async () => {
    const month = dayOf(Date.now()).slice(0, 7);
    const [pdf] = await (await as('auditor')).report.files({ month, months: 3, format: 'pdf', language: 'de' });
    const text = textOf(pdf ?? raise());
    for (const words of ['Auswertungen', 'Überblick', 'Monat für Monat', 'Nach Ort', 'Lobby 2* 0 +2', 'Kinderbücherei 1* 0 +1', 'Nach Stunde und Wochentag', 'Wie lange es dauerte', 'Gedruckt von Ana Ruiz (Office)']) expect(text).toContain(words);
    const tables = await command.report.files({ month, format: 'csv' });
    expect(tables.map(({ name }) => name)).toEqual(['overview', 'months', 'places', 'categories', 'hours', 'ends', 'levels', 'response'].map((id) => `report-${month}-${id}.csv`));
    expect(parse(Buffer.from(tables[2]?.bytes ?? '', 'base64'), { bom: true })).toEqual([['Place', 'In these months', 'Before', 'Change'], ['Lobby', '2', '0', '2'], ['Kinderbücherei', '1', '0', '1'], ['Not said', '1', '0', '1']]);
    // A number alone in a cell says what it counts.
    expect(parse(Buffer.from(tables[7]?.bytes ?? '', 'base64'), { bom: true, to: 1 })).toEqual([['From the press until', 'Calls', 'Half within (s)', '9 of 10 within (s)', 'Half within, before (s)', '9 of 10 within, before (s)']]);
    await (await as('auditor')).report.toCsv({ columns: ['Place'], rows: [['Lobby']] });
    expect((await actions()).filter((action) => action.startsWith('report-made'))).toHaveLength(3);
  }, patience);
});

const raise = (): never => {
  throw new Error('There is no file');
};
