import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personListSchema, type PersonList, type Role, type StationClient } from '../../../../main/contract/index.ts';
import { problemOf } from '../../../../main/station/answers.ts';
import { createStation } from '../../../../main/station/createStation.ts';
import { dayOf } from '../../../../main/station/person/personFiles.ts';
import type { Station } from '../../../../main/station/station.ts';
import { createNoDevices } from '../../../../native/noDevices.ts';
import { createNoRelays } from '../../../../native/noRelays.ts';
import { silentLog } from '../../../support/ledger/testLedger.ts';
import { quickCodes } from '../../../support/quickCodes.ts';

const pin = '2468';
/** One pixel. */
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');
const soon = dayOf(Date.now() + 60 * 24 * 60 * 60_000);

describe('what a role may do with person files, at the window of a station', () => {
  let folder = '';
  let station: Station;
  let window: StationClient;
  let command: StationClient;
  const staffByRole = new Map<Role | 'another supervisor', string>();
  let known = '';
  let provisional = '';

  const as = async (who: Role | 'another supervisor' | null): Promise<StationClient> => {
    if (who === null) await window.session.signOut();
    else await window.session.signIn({ staff: staffByRole.get(who) ?? '', pin });
    return window;
  };
  const refusal = async (call: Promise<unknown>): Promise<string | undefined> => call.then(() => undefined, (error: unknown) => problemOf(error)?.type ?? String(error));
  const fileFor = (name: string) => ({ id: uuid(), names: [name], description: 'Grey coat', before: 'Struck the counter', marker: 'Two of us', reviewOn: soon, incident: null });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quietbell-persons-'));
    const created = await createStation({ dataFolder: folder, databaseKey: null, listen: null, live: false, devices: createNoDevices(), relays: createNoRelays(), log: silentLog, codes: quickCodes });
    if (!created.ok) throw new Error(created.error.message);
    station = created.value;
    [window, command] = [station.client('window'), station.client('command')];
    await command.setup.createSite({ site: 'Harbour library', station: 'Office' });
    for (const role of ['desk', 'supervisor', 'administrator', 'auditor'] as const) staffByRole.set(role, (await command.staff.add({ name: `A ${role}`, role, pin })).id);
    staffByRole.set('another supervisor', (await command.staff.add({ name: 'Another supervisor', role: 'supervisor', pin })).id);
    known = (await (await as('desk')).person.establish(fileFor('Mo Grey'))).id;
    provisional = (await window.person.establish(fileFor('Not Yet'))).id;
    const supervisor = await as('supervisor');
    await supervisor.person.approve({ person: known, covers: (await supervisor.person.get({ person: known })).waiting });
  });
  afterAll(async () => {
    await station.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('nobody sees anything without a sign-in', async () => {
    const client = await as(null);
    expect(await refusal(client.person.list())).toBe('SignInRequired');
    expect(await refusal(client.person.card({ person: known }))).toBe('SignInRequired');
    expect(await refusal(client.person.establish(fileFor('X')))).toBe('SignInRequired');
  });

  it('a desk sees who has an open ban or a safety marker, of them the card, and reads and changes no file', async () => {
    const client = await as('desk');
    expect(await client.person.list()).toMatchObject({ rights: ['look-people-up', 'hand-in-files'], people: [{ id: known, names: ['Mo Grey'], marked: true, file: null }] });
    expect((await client.person.find({ text: 'mo' })).map(({ id }) => id)).toEqual([known]);
    expect(await client.person.find({ text: 'yet' })).toEqual([]);
    expect(await client.person.card({ person: known })).toMatchObject({ markers: ['Two of us'] });
    expect(await refusal(client.person.card({ person: provisional }))).toBe('PersonUnknown');
    const person = known;
    const refused = [
      client.person.get({ person }),
      client.person.amend({ person, namesAdded: ['X'] }),
      client.person.approve({ person, covers: [person] }),
      client.person.reject({ person, reason: 'x' }),
      client.person.addMarker({ person, kind: 'safety', text: 'x' }),
      client.person.removeMarker({ person, marker: uuid(), reason: 'x' }),
      client.person.imposeBan({ person, areas: [], from: soon, until: soon, reviewOn: null, notice: 'x', decidedBy: 'x' }),
      client.person.liftBan({ person, ban: uuid(), reason: 'x' }),
      client.person.review({ person, next: soon }),
      client.person.merge({ into: known, from: provisional }),
      client.person.undoMerge({ person, merge: uuid() }),
      client.person.link({ person, incident: uuid() }),
      client.person.unlink({ person, incident: uuid() }),
      client.person.exportFile({ person }),
      client.person.erase({ person, reason: 'request' }),
      client.person.letter(),
      client.person.changeLetter({ text: null }),
    ];
    for (const call of refused) expect(await refusal(call)).toBe('RoleInsufficient');
  });

  it('a record shows a desk only those linked people whom it may know of', async () => {
    const supervisor = await as('supervisor');
    const { id: incident } = await supervisor.incident.file({ title: 'Raised voice' });
    for (const person of [known, provisional]) await supervisor.person.link({ person, incident });
    expect((await supervisor.person.ofIncident({ incident })).map(({ names }) => names[0])).toEqual(expect.arrayContaining(['Mo Grey', 'Not Yet']));
    expect(await refusal(supervisor.person.link({ person: known, incident: uuid() }))).toBe('IncidentUnknown');
    expect(await (await as('desk')).person.ofIncident({ incident })).toMatchObject([{ id: known }]);
  });

  it('a supervisor reads and decides, but not the site’s letter; an administrator that, too', async () => {
    const supervisor = await as('supervisor');
    expect((await supervisor.person.list()).people.map(({ id }) => id)).toEqual(expect.arrayContaining([known, provisional]));
    expect(await supervisor.person.get({ person: provisional })).toMatchObject({ waiting: expect.arrayContaining([provisional]), mayApprove: true });
    expect(await supervisor.person.letter()).toMatchObject({ text: null, standard: expect.stringContaining('Dear {name}') });
    expect((await supervisor.person.letter({ language: 'de' })).standard).toContain('Guten Tag {name}');
    expect(await refusal(supervisor.person.changeLetter({ text: 'Dear {name}' }))).toBe('RoleInsufficient');
    expect(await refusal(supervisor.person.erase({ person: known, reason: 'request' }))).toBe('RoleInsufficient');
    const administrator = await as('administrator');
    expect(await refusal(administrator.person.changeLetter({ text: 'Dear {nmae}' }))).toBe('InputInvalid');
    await administrator.person.changeLetter({ text: 'Dear {name}' });
    expect(await administrator.person.letter()).toMatchObject({ text: 'Dear {name}' });
    await administrator.person.changeLetter({ text: null });
    expect(await administrator.person.letter()).toMatchObject({ text: null });
  });

  it('a desk sees the one photo that was chosen and approved by two, and no file of the person; it goes when the person does', async () => {
    const desk = await as('desk');
    const owner = `person/${known}`;
    const photo = { id: uuid(), owner, name: 'face.png', size: png.length };
    expect(await refusal(desk.attachment.begin(photo))).toBe('RoleInsufficient');
    const supervisor = await as('supervisor');
    await supervisor.attachment.begin(photo);
    for (const number of [0, 1]) await supervisor.attachment.put({ id: photo.id, number, bytes: png.toString('base64') });
    await supervisor.attachment.finish({ id: photo.id });
    await supervisor.person.choosePhoto({ person: known, attachment: photo.id });
    expect(await supervisor.person.get({ person: known })).toMatchObject({ photos: [{ attachment: photo.id, shown: false }], mayApprove: false });
    expect(await (await as('desk')).person.card({ person: known })).toMatchObject({ photo: null });
    const other = await as('another supervisor');
    await other.person.approve({ person: known, covers: (await other.person.get({ person: known })).waiting });

    await as('desk');
    expect(await desk.person.card({ person: known })).toMatchObject({ photo: photo.id });
    expect(await desk.person.cardPhoto({ person: known })).toEqual({ type: 'image/png', bytes: png.toString('base64') });
    for (const call of [desk.attachment.list({ owner }), desk.attachment.read({ id: photo.id, number: 0 }), desk.attachment.remove({ id: photo.id, reason: 'x' }), desk.person.choosePhoto({ person: known, attachment: null })]) expect(await refusal(call)).toBe('RoleInsufficient');

    // The photos of somebody are looked at without the rest of the file, too: it is a look all the same, one a sitting.
    await as('auditor');
    const auditorsLooks = async (): Promise<number> => (await command.person.get({ person: known })).looks.newest.filter(({ staff }) => staff === 'A auditor').length;
    const before = await auditorsLooks();
    for (const call of [() => window.attachment.list({ owner }), () => window.attachment.read({ id: photo.id, number: 1 })]) await call();
    expect(await auditorsLooks()).toBe(before + 1);

    await as('supervisor');
    expect(await refusal(supervisor.person.choosePhoto({ person: known, attachment: uuid() }))).toBe('AttachmentUnknown');
    await supervisor.person.choosePhoto({ person: known, attachment: null });
    expect(await supervisor.person.card({ person: known })).toMatchObject({ photo: null });
    expect(await supervisor.person.exportFile({ person: known })).toMatchObject({ files: [{ name: 'face.png' }] });

    const gone = (await supervisor.person.establish(fileFor('Going soon'))).id;
    const another = { ...photo, id: uuid(), owner: `person/${gone}` };
    await supervisor.attachment.begin(another);
    await supervisor.attachment.put({ id: another.id, number: 1, bytes: png.toString('base64') });
    await supervisor.attachment.finish({ id: another.id });
    await (await as('administrator')).person.erase({ person: gone, reason: 'request' });
    expect(await refusal(window.attachment.read({ id: another.id, number: 1 }))).toBe('AttachmentUnknown');
  });

  it('the command line reads and answers requests, and decides nothing about anybody', async () => {
    expect((await command.person.list()).people).toHaveLength(2);
    expect(await command.person.exportFile({ person: known })).toMatchObject({ withheld: true, person: { id: known } });
    const { looks } = await command.person.get({ person: known });
    expect(looks.newest[0]).toMatchObject({ staff: null, station: 'Office' });
    for (const call of [command.person.establish(fileFor('X')), command.person.approve({ person: provisional, covers: [provisional] }), command.person.amend({ person: known, namesAdded: ['X'] })]) expect(await refusal(call)).toBe('SignInRequired');
  });

  it('a list that is open follows what happens, and ends when somebody else signs in', async () => {
    const other = await as('another supervisor');
    const lists = (await other.person.watchList())[Symbol.asyncIterator]();
    const next = async (): Promise<PersonList> => personListSchema.parse((await lists.next()).value);
    expect((await next()).people).toHaveLength(2);
    await other.person.approve({ person: provisional, covers: (await other.person.get({ person: provisional })).waiting });
    await expect.poll(async () => (await next()).people.every(({ marked }) => marked)).toBe(true);
    await as('desk');
    expect(await refusal((async () => { for (;;) await next(); })())).toBe('SignInRequired');
  });
});
