import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditEntry, StationClient } from '../../../../main/contract/index.ts';
import { createStation } from '../../../../main/station/createStation.ts';
import { dayOf } from '../../../../main/station/person/personFiles.ts';
import type { Station } from '../../../../main/station/station.ts';
import { createNoDevices } from '../../../../native/noDevices.ts';
import { createNoRelays } from '../../../../native/noRelays.ts';
import { silentLog } from '../../../support/ledger/testLedger.ts';
import { quickCodes } from '../../../support/quickCodes.ts';

const pin = '2468';

describe('everything that an administrator does', () => {
  let folder = '';
  let station: Station;
  let window: StationClient;
  let command: StationClient;
  let ada = '';
  let ben = '';
  let known = '';
  const newest = async (): Promise<AuditEntry | undefined> => (await command.site.audit({})).entries[0];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quietbell-audit-'));
    const created = await createStation({ dataFolder: folder, databaseKey: null, listen: '127.0.0.1:0', live: true, devices: createNoDevices(), relays: createNoRelays(), log: silentLog, codes: quickCodes });
    if (!created.ok) throw new Error(created.error.message);
    station = created.value;
    [window, command] = [station.client('window'), station.client('command')];
    await window.setup.createSite({ site: 'Elm', station: 'Desk 1', place: 'Front', administrator: { name: 'Ada', pin } });
    ada = (await command.staff.list())[0]?.id ?? '';
    ben = (await command.staff.add({ name: 'Ben', role: 'desk', pin })).id;
    known = (await window.person.establish({ id: uuid(), names: ['Mo Grey'], description: '', before: 'Struck the counter', marker: null, reviewOn: dayOf(Date.now() + 60 * 24 * 60 * 60_000), incident: null })).id;
  });
  afterAll(async () => {
    await station.close();
    await rm(folder, { recursive: true, force: true });
  });

  const acts: readonly (readonly [string, AuditEntry['action'], string, () => Promise<unknown>])[] = [
    ['adds a person', 'person-added', 'Cy', () => window.staff.add({ name: 'Cy', role: 'desk', pin })],
    ['sets a PIN', 'code-changed', 'Ben', () => window.staff.setPin({ staff: ben, pin: '8642' })],
    ['sets a duress code, in the same word', 'code-changed', 'Ben', () => window.staff.setDuressCode({ staff: ben, code: '1357' })],
    ['gives a badge', 'badge-given', 'Ben', () => window.staff.setBadge({ staff: ben, number: '12345678' })],
    ['takes a badge away', 'badge-taken-away', 'Ben', () => window.staff.setBadge({ staff: ben, number: null })],
    ['changes a role', 'role-changed', 'Ben', () => window.staff.setRole({ staff: ben, role: 'supervisor' })],
    ['removes a person', 'person-removed', 'Ben', () => window.staff.remove({ staff: ben })],
    ['invites', 'invited', '', () => window.site.invite({ hours: 1 })],
    ['prints the authority', 'authority-exported', '', () => window.site.exportAuthority({ passphrase: 'a long enough sentence' })],
    ['brings the authority back', 'authority-imported', '', async () => window.site.importAuthority({ copy: (await command.site.exportAuthority({ passphrase: 'a long enough sentence' })).copy, passphrase: 'a long enough sentence' })],
    ['checks the records', 'records-checked', '', () => window.site.verify()],
    ['makes the lists anew', 'records-rebuilt', '', () => window.site.rebuild()],
    ['changes the site’s settings', 'site-settings-changed', '', () => window.site.changeSettings({ signOutAfter: 7 })],
    ['changes this desk’s settings', 'station-settings-changed', 'Desk 1', () => window.station.changeSettings({ textSize: 'large' })],
    ['renames this desk', 'station-renamed', 'Desk 1', () => window.station.rename({ station: 'Desk 1', place: 'Foyer' })],
    ['changes the noticeboard', 'board-changed', '', () => window.board.change({ hours: [], rota: [], numbers: [] })],
    ['posts a notice', 'notice-posted', '', () => window.board.addNotice({ text: 'The lift is out of order.' })],
    ['takes a notice down', 'notice-removed', '', () => window.board.removeNotice({ id: uuid() })],
    ['plans the week', 'rota-changed', '', () => window.rota.saveWeek({ shifts: [] })],
    ['plans a day', 'rota-changed', '2026-12-24', () => window.rota.saveDay({ date: '2026-12-24', shifts: [] })],
    ['binds a key', 'trigger-bound', 'Desk 1', () => window.trigger.addBinding({ purpose: 'assist', gesture: { type: 'press' }, trigger: { type: 'key', key: { code: 'F8', ctrl: false, alt: false, shift: false } } })],
    ['saves a way out', 'channel-saved', 'Guard', () => window.channel.save({ id: 'guard', name: 'Guard', settings: { type: 'webhook', url: 'http://127.0.0.1:9/' } })],
    ['tests a way out', 'channel-tested', 'guard', () => window.channel.test({ id: 'guard' })],
    ['removes a way out', 'channel-removed', 'Guard', () => window.channel.remove({ id: 'guard' })],
    ['changes the notice letter', 'letter-changed', '', () => window.person.changeLetter({ text: 'Dear {name}' })],
    ['gives out what is held on somebody', 'file-given-out', '', () => window.person.exportFile({ person: known })],
    ['erases somebody', 'record-erased', 'person', () => window.person.erase({ person: known, reason: 'request' })],
    ['changes who is told', 'plans-changed', '', async () => window.plan.save(await window.plan.get())],
  ];

  it.each(acts)('leaves an event with who and where: %s', async (_what, action, about, run) => {
    await run();
    expect(await newest()).toMatchObject({ action, about, person: 'Ada', station: 'Desk 1' });
  }, 30_000);

  it('on the command line is there too, without a name', async () => {
    await command.site.changeSettings({ signOutAfter: 5 });
    expect(await newest()).toMatchObject({ action: 'site-settings-changed', person: null, otherwise: 'command-line', station: 'Desk 1' });
  });

  it('that no person is named for says whose doing it was', async () => {
    const cy = (await command.staff.add({ name: 'Cy Young', role: 'desk', pin })).id;
    for (let attempt = 0; attempt < 5; attempt += 1) await window.session.signIn({ staff: cy, pin: '0000' }).catch(() => null);
    expect(await newest()).toMatchObject({ action: 'sign-in-locked', about: 'Cy Young', person: null, otherwise: 'not-known' });
  });

  it('of somebody who was forgotten stays, as that of somebody who left', async () => {
    const dee = (await command.staff.add({ name: 'Dee Falk', role: 'administrator', pin: '97531' })).id;
    await window.session.signOut();
    await window.session.signIn({ staff: dee, pin: '97531' });
    await window.site.changeSettings({ signOutAfter: 9 });
    expect(await newest()).toMatchObject({ person: 'Dee Falk' });
    await window.session.signOut();
    await window.session.signIn({ staff: ada, pin });
    await window.staff.remove({ staff: dee });
    await window.staff.erase({ staff: dee, reason: 'request' });
    expect(await newest()).toMatchObject({ action: 'record-erased', about: 'staff', person: 'Ada' });
    expect((await command.site.audit({ action: 'site-settings-changed' })).entries[0]).toMatchObject({ person: null, otherwise: 'has-left' });
    expect((await command.site.audit({ person: dee })).entries.length).toBeGreaterThan(0);
    expect(JSON.stringify(await command.site.audit({}))).not.toContain('Dee Falk');
  }, 30_000);

  it('can be looked through by person and by kind, a page at a time, and holds no secrets', async () => {
    const ofAda = await command.site.audit({ person: ada });
    expect(ofAda.entries.every(({ person }) => person === 'Ada')).toBe(true);
    expect((await command.site.audit({ action: 'rota-changed' })).entries).toHaveLength(2);
    for (let notice = 0; notice < 60; notice += 1) await window.board.addNotice({ text: `Notice ${notice}` });
    const first = await command.site.audit({});
    const second = await command.site.audit({ before: first.next });
    expect(first.entries).toHaveLength(50);
    expect(second.entries.length).toBeGreaterThan(30);
    expect(new Set([...first.entries, ...second.entries].map(({ id }) => id)).size).toBe(first.entries.length + second.entries.length);
    expect(second.entries.at(-1)).toMatchObject({ action: 'site-created', about: 'Elm' });
    expect(JSON.stringify([first, second])).not.toMatch(/12345678|8642|1357|a long enough sentence/);
  }, 60_000);
});
