/** Reviews, follow-ups and the site's own form, asked of real stations through the doors of their windows. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StationClient } from '../../../../main/contract/index.ts';
import { problemOf } from '../../../../main/station/answers.ts';
import { createStation } from '../../../../main/station/createStation.ts';
import type { Station } from '../../../../main/station/station.ts';
import { createNoDevices } from '../../../../native/noDevices.ts';
import { createNoRelays } from '../../../../native/noRelays.ts';
import { silentLog } from '../../../support/ledger/testLedger.ts';
import { quickCodes } from '../../../support/quickCodes.ts';

const pin = '2468';

describe('paperwork', () => {
  let folder: string;
  let station: Station;
  let command: StationClient;
  let window: StationClient;
  const idByRole = new Map<string, string>();

  const be = async (role: 'desk' | 'supervisor'): Promise<void> => void (await window.session.signIn({ staff: idByRole.get(role) ?? '', pin }));
  const file = (report: object = {}) => window.incident.file({ title: 'Raised voice', alarm: null, ...report });
  const refusal = async (call: Promise<unknown>) => problemOf(await call.then(() => null, (error: unknown) => error));

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quietbell-paper-'));
    const created = await createStation({ dataFolder: folder, databaseKey: null, listen: '127.0.0.1:0', live: true, devices: createNoDevices(), relays: createNoRelays(), log: silentLog, codes: quickCodes });
    if (!created.ok) throw new Error(created.error.message);
    station = created.value;
    command = station.client('command');
    window = station.client('window');
    await command.setup.createSite({ site: 'Elm', station: 'Desk 1', place: 'Front' });
    idByRole.set('desk', (await command.staff.add({ name: 'Ines Vogel', role: 'desk', pin })).id);
    idByRole.set('supervisor', (await command.staff.add({ name: 'Sam Okafor', role: 'supervisor', pin })).id);
  }, 30_000);
  afterAll(async () => {
    await station.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('a supervisor asks back, the desk answers, and the review is closed and opened again', async () => {
    await be('desk');
    const { id } = await file();
    const amendment = await window.incident.amend({ id, text: 'He came back.' });
    expect(await refusal(window.incident.amend({ id, text: ' \n ' }))).toMatchObject({ type: 'InputInvalid', field: 'text' });
    await be('supervisor');
    await window.incident.ask({ id, text: 'Who called the police?' });
    const question = (await window.incident.get({ id })).review.thread[0]?.id ?? '';
    expect((await window.incident.list())[0]).toMatchObject({ id, review: 'question', amendedSinceReview: false });
    await be('desk');
    await window.incident.answer({ id, question, text: 'I did, at noon.' });
    expect(await refusal(window.incident.answer({ id, question: amendment.id, text: 'To nothing.' }))).toMatchObject({ type: 'QuestionUnknown' });
    await be('supervisor');
    await window.incident.closeReview({ id, covers: [question] });
    expect((await window.incident.get({ id })).review).toMatchObject({ state: 'closed', unseen: [amendment.id] });
    await window.incident.closeReview({ id, covers: [amendment.id] });
    expect((await window.incident.list())[0]).toMatchObject({ review: 'closed', amendedSinceReview: false });
    expect(await refusal(window.incident.closeReview({ id }))).toMatchObject({ type: 'InputInvalid' });
    await window.incident.reopenReview({ id, text: 'A witness came.' });
    expect(await refusal(window.incident.reopenReview({ id, text: 'Again.' }))).toMatchObject({ type: 'InputInvalid' });
    expect((await window.incident.get({ id })).review).toMatchObject({ state: 'open', thread: [{ what: 'question', staff: 'Sam Okafor' }, { what: 'answer', staff: 'Ines Vogel' }, { what: 'closed' }, { what: 'closed' }, { what: 'reopened' }] });
  });

  it('a draft keeps what is too long to be filed, and each window of a desk saves only what was written in it', async () => {
    await be('desk');
    const { savedAt: _savedAt, ...draft } = await window.incident.openDraft({ alarm: null });
    expect((await window.incident.openDraft({ alarm: null })).id, 'nothing was written into it yet').toBe(draft.id);
    const pasted = 'word '.repeat(5_000);
    await window.incident.saveDraft({ ...draft, report: { ...draft.report, account: pasted }, parts: ['account'] });
    const { report } = await window.incident.saveDraft({ ...draft, report: { ...draft.report, title: 'Raised voice' }, parts: ['title'] });
    expect(report).toMatchObject({ title: 'Raised voice', account: pasted });
    expect(await refusal(window.incident.file({ ...report, id: draft.id, alarm: null }))).toMatchObject({ type: 'InputInvalid', field: 'account' });
    expect((await window.incident.openDraft({ alarm: null })).id).not.toBe(draft.id);
    for (const { id } of await window.incident.drafts()) await window.incident.discardDraft({ id });
  });

  it('what cannot have happened yet is not filed, from the window or the command line; clocks may differ a little, and what is only odd is filed', async () => {
    await be('desk');
    const inMinutes = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();
    expect(await refusal(file({ occurredAt: inMinutes(30) }))).toMatchObject({ type: 'InputInvalid', field: 'occurredAt' });
    expect(await refusal(command.incident.file({ title: 'Raised voice', alarm: null, leftAt: inMinutes(30) }))).toMatchObject({ type: 'InputInvalid', field: 'leftAt' });
    await file({ occurredAt: inMinutes(5), leftAt: inMinutes(-60) });
  });

  it('nobody closes the review of a record of their own, unless nobody else could; then the thread says so', async () => {
    await be('supervisor');
    const { id } = await file();
    await window.incident.closeReview({ id });
    expect((await window.incident.get({ id })).review).toMatchObject({ state: 'closed', thread: [{ what: 'closed', staff: 'Sam Okafor', own: true }] });
    await window.incident.reopenReview({ id, text: 'A second pair of eyes came.' });
    const other = await command.staff.add({ name: 'Ana Ruiz', role: 'supervisor', pin });
    expect(await refusal(window.incident.closeReview({ id }))).toMatchObject({ type: 'InputInvalid', message: expect.stringContaining('somebody else has to close') });
    await window.session.signIn({ staff: other.id, pin });
    await window.incident.closeReview({ id });
    expect((await window.incident.get({ id })).review.thread.at(-1)).not.toHaveProperty('own');
    await command.staff.remove({ staff: other.id });
  });

  it('a record that grows out of a call begins in the language of whoever writes it, checklist and all, and so does what leaves the house', async () => {
    await be('supervisor');
    const { alarm } = await window.alarm.press({ id: uuid(), level: 'emergency', kind: 'drill', source: 'key' });
    const run = await window.procedure.start({ procedure: 'get-help', alarm });
    await window.procedure.tick({ run: run.id, step: 'stay-calm', ticked: true });
    const { report, ...draft } = await window.incident.openDraft({ alarm, language: 'de' });
    expect(report.title).toBe('Übung: Notfall, Front');
    expect(report.actions).toMatch(/Sam Okafor \(Desk 1\) hat Hilfe gerufen[\s\S]*Erledigt: Ruhig bleiben/);
    expect((await window.incident.openDraft({ alarm, language: 'es' })).report).toEqual(report);

    await window.incident.file({ ...report, id: draft.id, alarm });
    // A save that comes late does not bring the draft of a filed record back, whose words would then be lost.
    expect(await refusal(window.incident.saveDraft({ id: draft.id, alarm, report }))).toMatchObject({ type: 'InputInvalid' });
    expect(await window.incident.drafts()).toEqual([]);
    const parts: string[] = [];
    for await (const { file: made } of await window.export.make({ format: 'json', records: [draft.id], language: 'es' })) {
      if (made !== null) parts.push(Buffer.from((await window.export.read({ id: made.id, number: 1 })).bytes, 'base64').toString('utf8'));
    }
    expect(JSON.parse(parts.join(''))).toMatchObject({ records: [{ checklists: [{ entries: [{ kind: 'done', text: expect.stringContaining('calma') }] }] }] });
    await command.alarm.close({ alarm, reason: 'drill' });
  });

  it('what is to be done is listed over all records by its day, done, undone and given to somebody else', async () => {
    await be('desk');
    const owner = idByRole.get('supervisor') ?? '';
    const { id } = await file({ followUps: [{ what: 'Mend the door', owner: { name: 'Caretaker' }, due: '2026-03-01' }] });
    const other = await file({ title: 'Theft' });
    await window.incident.addFollowUp({ incident: other.id, what: 'Look at the camera', owner: { staff: owner }, due: '2026-02-01' });
    expect((await window.incident.followUps()).map(({ what, title, owner: { name } }) => [what, title, name])).toEqual([['Look at the camera', 'Theft', 'Sam Okafor'], ['Mend the door', 'Raised voice', 'Caretaker']]);
    await window.incident.finishFollowUp({ incident: id, followUp: 'filed-1', note: 'New lock' });
    expect(await refusal(window.incident.finishFollowUp({ incident: id, followUp: 'filed-1' }))).toMatchObject({ type: 'InputInvalid', message: 'This is done already.' });
    expect(await window.incident.followUps()).toHaveLength(1);
    await window.incident.reopenFollowUp({ incident: id, followUp: 'filed-1' });
    await window.incident.reassignFollowUp({ incident: id, followUp: 'filed-1', owner: { staff: owner }, due: null });
    expect(await refusal(window.incident.finishFollowUp({ incident: id, followUp: 'filed-2' }))).toMatchObject({ type: 'FollowUpUnknown' });
    expect((await window.incident.followUps()).map(({ what, owner: { name }, due }) => [what, name, due])).toEqual([['Look at the camera', 'Sam Okafor', '2026-02-01'], ['Mend the door', 'Sam Okafor', null]]);
    expect((await window.incident.list()).find((record) => record.id === id)).toMatchObject({ openFollowUps: 1 });
  });

  it('the form is the site’s own: what it requires is asked for, what it retires stays readable, and errors name the line', async () => {
    const sets = await command.recordForm.sets();
    expect(sets.map(({ set }) => set)).toEqual(['library', 'clinic', 'council']);
    expect((await command.recordForm.sets({ language: 'de' }))[0]?.form.categories[1]).toMatchObject({ id: 'threat', name: 'Bedrohung' });
    await command.station.changeSettings({ language: 'es' });
    expect([(await command.recordForm.get()).categories[1]?.name, (await command.recordForm.sets({}))[0]?.form.categories[1]?.name]).toEqual(['Amenaza', 'Amenaza']);
    await command.station.changeSettings({ language: null });
    const before = await file({ category: { id: 'theft' } });
    const form = { ...(await command.recordForm.get()), categories: [{ id: 'lost', name: 'Lost property', retired: false }], fields: [{ id: 'shelf', label: 'Shelf', help: '', kind: 'number' as const, choices: [], categories: ['lost'], required: true, retired: false }] };
    const saved = await command.recordForm.save(form);
    expect(saved.categories.find(({ id }) => id === 'theft')).toMatchObject({ retired: true });
    expect((await window.incident.get({ id: before.id })).report.category).toEqual({ id: 'theft', name: 'Theft' });
    expect(await refusal(file({ category: { id: 'lost' } }))).toMatchObject({ type: 'InputInvalid', field: 'fields.shelf' });
    expect(await refusal(file({ category: { id: 'lost' }, fields: [{ id: 'shelf', value: 'top' }] }))).toMatchObject({ type: 'InputInvalid', message: 'What stands under "Shelf" is no number.' });
    await file({ category: { id: 'lost' }, fields: [{ id: 'shelf', value: '12' }] });
    expect((await window.incident.list())[0]).toMatchObject({ category: { id: 'lost', name: 'Lost property' } });
    expect(await refusal(command.recordForm.save({ ...form, fields: form.fields.map((field) => ({ ...field, kind: 'text' as const })) }))).toMatchObject({ type: 'RecordFormInvalid', field: 'fields.0.kind' });
    const yaml = await command.recordForm.toYaml();
    expect(await refusal(command.recordForm.fromYaml({ text: yaml.replace('kind: number', 'kind: colour') }))).toMatchObject({ type: 'RecordFormInvalid', message: expect.stringMatching(/^Line \d+, fields\.0\.kind: /) });
    expect(await command.recordForm.fromYaml({ text: yaml.replace('Lost property', 'Lost and found') })).toMatchObject({ categories: [{ name: 'Lost and found' }, ...saved.categories.slice(1).map(({ id }) => ({ id }))] });
    expect((await command.site.audit({ action: 'record-form-changed' })).entries.length).toBeGreaterThan(1);
  });
});
