import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordsDocumentSchema, type RecordsDocument, type StationClient } from '../../../../main/contract/index.ts';
import { problemOf } from '../../../../main/station/answers.ts';
import { createStation } from '../../../../main/station/createStation.ts';
import type { Station } from '../../../../main/station/station.ts';
import { createNoDevices } from '../../../../native/noDevices.ts';
import { createNoRelays } from '../../../../native/noRelays.ts';
import { attachFile, exportFile, onePicture, pagesOf } from '../../../support/exportedFile.ts';
import { silentLog } from '../../../support/ledger/testLedger.ts';
import { quickCodes } from '../../../support/quickCodes.ts';

const pin = '2468';
/** Documents are made in a thread that takes a while to start. Milliseconds. */
const patience = 60_000;
const account = 'A man in a grey coat struck the counter twice.\n\nHe said “You will be sorry”, and left. 山';

describe('records that leave the house', () => {
  let folder = '';
  let station: Station;
  let window: StationClient;
  let command: StationClient;
  const staff = new Map<string, string>();
  const [called, plain, foreign, photo, notes, original] = [uuid(), uuid(), uuid(), uuid(), uuid(), uuid()];

  const as = async (who: string): Promise<StationClient> => {
    await window.session.signIn({ staff: staff.get(who) ?? '', pin });
    return window;
  };
  const problem = async (call: Promise<unknown>): Promise<string | undefined> => call.then(() => undefined, (error: unknown) => problemOf(error)?.type ?? String(error));
  const save = (name: string, bytes: Uint8Array): string => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quietbell-exports-'));
    const created = await createStation({ dataFolder: join(folder, 'data'), databaseKey: null, listen: null, live: false, devices: createNoDevices(), relays: createNoRelays(), log: silentLog, codes: quickCodes });
    if (!created.ok) throw new Error(created.error.message);
    station = created.value;
    [window, command] = [station.client('window'), station.client('command')];
    await command.setup.createSite({ site: 'Harbour library', station: 'Front desk', place: 'Ground floor' });
    for (const role of ['desk', 'supervisor', 'auditor'] as const) staff.set(role, (await command.staff.add({ name: `A ${role}`, role, pin })).id);
    const desk = await as('desk');
    const { alarm } = await desk.alarm.press({ id: uuid(), level: 'emergency', kind: 'real', source: 'key' });
    const walk = await desk.procedure.start({ procedure: 'get-help', alarm });
    await desk.procedure.tick({ run: walk.id, step: 'move-to-colleagues', ticked: true });
    await command.alarm.acknowledge({ alarm });
    await command.alarm.arrive({ alarm });
    await command.alarm.close({ alarm, reason: 'resolved', note: 'He left by himself.' });
    const report = { title: 'Struck counter', account, calls: [{ service: 'police' as const, reference: '2026/4711', at: '14:20' }] };
    await desk.incident.file({ id: called, alarm, ...report });
    await attachFile(desk, called, photo, 'counter.png', onePicture(640, 400));
    await attachFile(desk, called, notes, 'notes.txt', Buffer.alloc(200_000, 'what the witness said\n'));
    await attachFile(desk, called, original, 'face.png', onePicture(64, 64), true);
    await desk.incident.amend({ id: called, text: 'The counter has a crack.' });
    await desk.incident.file({ id: plain, title: '=HYPERLINK("https://example.org")', account: '@SUM(1)', actions: '-1' });
    await desk.incident.file({ id: foreign, title: 'What happened to Mo Grey', account: 'Nobody else is to read this.' });
  }, patience);
  afterAll(async () => {
    await station.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('as CSV have a row each, with what was written in its own column and no formula', async () => {
    const { file, bytes } = await exportFile(await as('auditor'), { format: 'csv', records: [called, plain] });
    expect(file).toMatchObject({ type: 'text/csv', size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
    const rows: Record<string, string>[] = parse(bytes, { bom: true, columns: true });
    expect(rows).toMatchObject([
      { Record: called, Title: 'Struck counter', 'Seen and heard': account, 'Called from outside': 'Police: 2026/4711 14:20', 'Kind of call': 'real', Files: '3' },
      { Record: plain, Title: '\'=HYPERLINK("https://example.org")', 'Seen and heard': "'@SUM(1)", Done: "'-1", 'Called (UTC)': '' },
    ]);
  }, patience);

  it('as JSON are a document of a version that says what it holds, each event with its hash and whether it held', async () => {
    const { bytes } = await exportFile(await as('auditor'), { format: 'json', records: [called] });
    const document = recordsDocumentSchema.parse(JSON.parse(bytes.toString('utf8')));
    const [record] = document.records;
    expect(document).toMatchObject({ format: 'quietbell-records', version: 1, made: { site: 'Harbour library', station: 'Front desk', staff: 'A auditor' } });
    expect(record).toMatchObject({ id: called, amendments: [{ text: 'The counter has a crack.' }], attachments: [{ name: 'counter.png', sha256: createHash('sha256').update(onePicture(640, 400)).digest('hex') }, { name: 'notes.txt' }, { name: 'face.png', restricted: true }] });
    expect(new Set(record?.events.map(({ kind }) => kind))).toEqual(new Set(['AlarmRaised', 'AlarmReceived', 'AlarmAcknowledged', 'ResponderArrived', 'AlarmClosed', 'RunStarted', 'AttachmentAdded', 'IncidentFiled', 'IncidentAmended', 'StepTicked'].filter((kind) => record?.events.some((event) => event.kind === kind))));
    expect(record?.events.every(({ holds, state }) => holds && state === 'read')).toBe(true);
    expect(record?.events.length).toBeGreaterThan(8);
  }, patience);

  it('as PDF can be read by others: what was written, the call, photos, hashes, and last how it is verified', async () => {
    const { bytes } = await exportFile(await as('supervisor'), { format: 'pdf', records: [called] });
    const file = save('record.pdf', bytes);
    const pages = pagesOf(file);
    const text = pages.join('\n');
    for (const words of ['Harbour library', 'Struck counter', 'Filed by A desk (Front desk)', 'He said “You will be sorry”, and left. [U+5C71]', 'Police', '2026/4711', 'The counter has a crack.', 'called for help', 'closed the call', 'He left by himself.', 'counter.png', 'Restricted original; not shown here.', 'Printed by A supervisor at Front desk', `Page 1 of ${pages.length}`]) expect(text).toContain(words);
    const last = pages.findIndex((page) => page.includes('How this can be verified'));
    expect(last).toBeGreaterThan(0);
    const behind = pages.slice(last).join('\n');
    expect(behind).toContain('events behind it held');
    expect(behind).toContain('IncidentFiled');
    expect(execFileSync('pdfimages', ['-list', file], { encoding: 'utf8' }).split('\n').filter((line) => / image /.test(line))).toHaveLength(1);
    expect(execFileSync('pdffonts', [file], { encoding: 'utf8' })).toMatch(/Inter.* yes /);
    execFileSync('pdftoppm', ['-r', '60', '-png', file, join(folder, 'page')]);
    expect(readdirSync(folder).filter((name) => name.startsWith('page-'))).toHaveLength(pages.length);
  }, patience);

  it.each([
    ['de', ['Abgelegt von A desk (Front desk)', 'Was gesehen und gehört wurde', 'hat Hilfe gerufen', 'Versiegeltes Original', 'Gedruckt von A supervisor (Front desk)', 'Seite 1 von', 'Wie sich das nachprüfen lässt', '200.000 Bytes'], 'Gesehen und gehört'],
    ['es', ['Archivado por A desk (Front desk)', 'Lo que se vio y oyó', 'pidió ayuda', 'Impreso por A supervisor en Front desk', 'Página 1 de', 'Cómo se puede comprobar'], 'Visto y oído'],
  ] as const)('speak the language of their reader, here %s', async (language, expected, column) => {
    const text = pagesOf(save(`record-${language}.pdf`, (await exportFile(await as('supervisor'), { format: 'pdf', records: [called], language })).bytes)).join('\n');
    for (const words of [...expected, account.slice(0, 40)]) expect(text).toContain(words);
    for (const english of ['Filed by', 'Printed by', 'What was seen', 'Page 1', 'Amendment']) expect(text).not.toContain(english);
    const [row] = parse((await exportFile(window, { format: 'csv', records: [called], language })).bytes, { bom: true, columns: true }) as Record<string, string>[];
    expect(row?.[column]).toBe(account);
  }, patience);

  it('speak the language of the desk where nobody names one', async () => {
    await command.station.changeSettings({ language: 'de' });
    const text = (await exportFile(await as('auditor'), { format: 'csv', records: [plain] })).bytes.toString('utf8');
    await command.station.changeSettings({ language: null });
    expect(text).toContain('Abgelegt von');
  }, patience);

  it('as one PDF of many begin with a list of them, each on a page of its own', async () => {
    const pages = pagesOf(save('records.pdf', (await exportFile(await as('supervisor'), { format: 'pdf', records: [called, plain] })).bytes));
    expect(pages[0]).toMatch(/Records in this document[\s\S]*Struck counter[\s\S]*=HYPERLINK/);
    expect(pages.filter((page) => page.includes('How this can be verified'))).toHaveLength(2);
  }, patience);

  describe('as a bundle', () => {
    let bundle = '';

    /** As whoever gets it would: with a shell, openssl, sha256sum and python3 alone. */
    const unpack = (name: string, bytes: Uint8Array): string => {
      const at = join(folder, name);
      mkdirSync(at);
      execFileSync('python3', ['-m', 'zipfile', '-e', save(`${name}.zip`, bytes), at]);
      return at;
    };
    const recipeIn = (at: string): string[] => [...readFileSync(join(at, 'VERIFY.md'), 'utf8').matchAll(/```sh\n([\s\S]*?)```/g)].map(([, commands = '']) => commands);
    const shell = (at: string, commands: string): { readonly status: number | null; readonly said: string } => {
      const { status, stdout, stderr } = spawnSync('bash', ['-eu', '-o', 'pipefail', '-c', commands], { cwd: at, encoding: 'utf8' });
      return { status, said: stdout + stderr };
    };
    const check = (at: string): { readonly status: number | null; readonly said: string } => {
      const { status, stdout, stderr } = spawnSync('python3', ['check.py'], { cwd: at, encoding: 'utf8' });
      return { status, said: stdout + stderr };
    };
    const filesIn = (at: string): string[] => readdirSync(at, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    const documentIn = (at: string): RecordsDocument => recordsDocumentSchema.parse(JSON.parse(readFileSync(join(at, 'records.json'), 'utf8')));
    const copy = (name: string): string => {
      cpSync(bundle, join(folder, name), { recursive: true });
      return join(folder, name);
    };
    const flip = (path: string, at: number): void => {
      const bytes = readFileSync(path);
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
      writeFileSync(path, bytes);
    };

    beforeAll(async () => {
      // An auditor may not open originals, and asks for them all the same.
      bundle = unpack('bundle', (await exportFile(await as('auditor'), { format: 'bundle', records: [called], originals: true })).bytes);
    }, patience);

    it('verifies by its own recipe, with standard tools and nothing of this program', () => {
      const { status, said } = shell(bundle, recipeIn(bundle).join('\n'));
      expect(said).toContain('Everything holds.');
      expect(status).toBe(0);
      expect(said).toMatch(/2 files\./);
      expect(said.toLowerCase()).toContain(documentIn(bundle).made.authorityFingerprint.match(/../g)?.join(':'));
    }, patience);

    it('holds the record, its photos and files as they were added, and what was written in each event', () => {
      expect(readFileSync(join(bundle, 'files', photo, 'counter.png'))).toEqual(onePicture(640, 400));
      const opened = filesIn(join(bundle, 'opened')).map((file) => readFileSync(file, 'utf8'));
      expect(opened.some((body) => body.includes('struck the counter twice'))).toBe(true);
      expect(pagesOf(join(bundle, 'records.pdf')).join('\n')).toContain('Struck counter');
    });

    it('holds nothing of other records, nor an original that whoever exports may not open, nor its key', async () => {
      const all = filesIn(bundle).map((file) => readFileSync(file).toString('latin1')).join('\n');
      for (const words of ['Mo Grey', foreign, plain, 'HYPERLINK']) expect(all).not.toContain(words);
      expect(filesIn(join(bundle, 'files')).map((file) => file.split('/').at(-1) ?? '').toSorted((one, other) => one.localeCompare(other))).toEqual(['counter.png', 'notes.txt']);
      const kinds = filesIn(join(bundle, 'opened')).map((file) => readFileSync(file, 'utf8'));
      expect(kinds.some((body) => body.includes('face.png'))).toBe(false);
      // A supervisor who asks for it gets it, and that is a look.
      expect(pagesOf(join(bundle, 'records.pdf')).join('\n')).toContain('Restricted original; not shown here.');
      const whole = unpack('whole', (await exportFile(await as('supervisor'), { format: 'bundle', records: [called], originals: true })).bytes);
      expect(filesIn(join(whole, 'files'))).toHaveLength(3);
      expect(check(whole)).toMatchObject({ status: 0 });
      expect(pagesOf(join(whole, 'records.pdf')).join('\n')).toContain('Restricted original, shown here.');
      expect(await window.attachment.list({ owner: `incident/${called}` })).toContainEqual(expect.objectContaining({ id: original, opened: expect.objectContaining({ staff: 'A supervisor' }) }));
    }, patience);

    it('is not what it was with one bit changed, in whichever file', () => {
      const at = copy('flipped');
      const [first = ''] = recipeIn(at);
      const kinds = new Map(filesIn(at).map((file) => [file.replace(/\d{8}|[0-9a-f]{16,}|[0-9a-f-]{36}/g, '#'), file]));
      expect(kinds.size).toBeGreaterThan(12);
      for (const file of kinds.values()) {
        const before = readFileSync(file);
        flip(file, before.length >> 1);
        expect([file, shell(at, first).status]).not.toEqual([file, 0]);
        writeFileSync(file, before);
      }
      expect(shell(at, first).status).toBe(0);
    }, patience);

    it('shows each change also to whoever does not look at the manifest', () => {
      const at = copy('forged');
      const find = (inFolder: string, ending: string): string => filesIn(join(at, inFolder)).find((path) => path.endsWith(ending)) ?? '';
      const [event, said, signature] = [find('events', '.event'), filesIn(join(at, 'opened')).at(-1) ?? '', filesIn(join(at, 'events')).findLast((path) => path.endsWith('.sig')) ?? ''];
      for (const file of [event, said, signature, find('keys', '.key'), find('files', '.png')]) flip(file, readFileSync(file).length - 1);
      const report = join(at, 'records.json');
      writeFileSync(report, readFileSync(report, 'utf8').replaceAll('struck the counter', 'stroked the counter'));
      writeFileSync(join(at, 'MANIFEST.sha256'), filesIn(at).filter((path) => !path.includes('MANIFEST')).map((path) => `${createHash('sha256').update(readFileSync(path)).digest('hex')}  ${path.slice(at.length + 1)}\n`).join(''));
      const checked = check(at);
      expect(checked.status).toBe(1);
      expect(checked.said).not.toContain('changed since the bundle was made');
      for (const words of ['the signature of the manifest does not hold', 'no signature vouches for it', 'this is not what was sealed', 'the key is not the one', 'this is not the file that was added', 'records.json says something else']) expect(checked.said).toContain(words);
    }, patience);
  });

  it('leave a word of it in the record and among what was done, and are for whoever had them made', async () => {
    const supervisor = await as('supervisor');
    const { file } = await exportFile(supervisor, { format: 'csv', records: [called, plain] });
    expect((await command.site.audit({ action: 'records-exported' })).entries[0]).toMatchObject({ person: 'A supervisor', station: 'Front desk', about: 'csv 2' });
    expect((await command.site.trace({ incident: plain })).filter(({ kind }) => kind === 'IncidentExported').at(-1)).toMatchObject({ staff: 'A supervisor', body: { format: 'pdf' } });
    expect(await problem(command.export.read({ id: file.id, number: 1 }))).toBe('ExportUnknown');
    expect(await problem((await as('auditor')).export.read({ id: file.id, number: 1 }))).toBe('ExportUnknown');
    expect(await problem((await as('desk')).export.read({ id: file.id, number: 1 }))).toBe('RoleInsufficient');
  }, patience);

  it('say what is wrong: a record that is not there, none at all, too many', async () => {
    const supervisor = await as('supervisor');
    expect(await problem(exportFile(supervisor, { format: 'pdf', records: [uuid()] }))).toBe('IncidentUnknown');
    expect(await problem(exportFile(supervisor, { format: 'pdf', records: [] }))).toBe('InputInvalid');
    expect(await problem(exportFile(supervisor, { format: 'bundle', records: Array.from({ length: 51 }, () => uuid()) }))).toBe('InputInvalid');
  });

  it('are made one at a time', async () => {
    const supervisor = await as('supervisor');
    const first = await supervisor.export.make({ format: 'json', records: [plain] });
    await first.next();
    expect(await problem(exportFile(supervisor, { format: 'json', records: [plain] }))).toBe('ExportRunning');
    await first.return?.(undefined);
    expect((await exportFile(supervisor, { format: 'json', records: [plain] })).file.type).toBe('application/json');
  }, patience);
});
