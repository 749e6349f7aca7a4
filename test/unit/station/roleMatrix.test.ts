/** Every procedure of the contract × every role, asked of a real station through the door of its window. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isContractProcedure } from '@orpc/contract';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract, recordFiltersSchema, retentionSchema, roleSchema, type Role, type StationClient } from '../../../main/contract/index.ts';
import { defaultPlanDocument } from '../../../main/core/plan/defaultPlan.ts';
import { emptyReport } from '../../../main/core/incident/draftFromAlarm.ts';
import { problemOf } from '../../../main/station/answers.ts';
import { createStation } from '../../../main/station/createStation.ts';
import type { Station } from '../../../main/station/station.ts';
import { createNoDevices } from '../../../native/noDevices.ts';
import { createNoRelays } from '../../../native/noRelays.ts';
import { silentLog } from '../../support/ledger/testLedger.ts';
import { quickCodes } from '../../support/quickCodes.ts';

type Who = Role | 'nobody';
const everyone: readonly Who[] = ['nobody', ...roleSchema.options];

const signedIn: readonly Who[] = ['desk', 'responder', 'supervisor', 'administrator', 'auditor'];
const workers: readonly Who[] = ['desk', 'responder', 'supervisor', 'administrator'];
const leaders: readonly Who[] = ['supervisor', 'administrator'];
const administrators: readonly Who[] = ['administrator'];
const readers: readonly Who[] = ['administrator', 'auditor'];
/** Who reads the files on people: all of it, and not only what stands against somebody now. */
const overseers: readonly Who[] = ['supervisor', 'administrator', 'auditor'];

/** Inputs that fit; what they name need not be there, since a procedure says so only to whoever may call it. */
const id = uuid();
const pin = '2468';
/** A PIN is slow to check by design. Milliseconds. */
const patience = 60_000;
const filled = { run: '', own: id };

const wording = { discreet: 'Late visits', full: 'Somebody is still there at closing time' };
const shortProcedure = (name: string): object => ({ id: name, version: 1, title: wording, numbers: [], codePhrase: wording, alarmCode: { dial: '#00', wording }, safeRoom: { place: 'Back office', wording }, sections: [{ type: 'steps', id: 'first', title: wording, steps: [{ id: 'ask', wording }] }] });

interface Row {
  readonly allowed: readonly Who[];
  readonly input?: () => unknown;
}
const row = (allowed: readonly Who[], input?: object | (() => object)): Row => ({ allowed, ...(input === undefined ? {} : { input: typeof input === 'function' ? (input as () => object) : () => input }) });

/** What is expected. A name may have a case in brackets: the same procedure with another input. */
const table: Readonly<Record<string, Row>> = {
  'setup.state': row(everyone),
  'setup.createSite': row(everyone, { site: 'Elm', station: 'Desk 9' }),
  'setup.joinSite': row(everyone, { code: 'none', station: 'Desk 9' }),
  'session.watch': row(everyone),
  'session.people': row(everyone),
  'session.signInWithBadge': row(everyone, { number: '00001111' }),
  'session.changePin': row(signedIn, { pin: '0000', newPin: '8642' }),
  'session.signIn': row(everyone, { staff: id, pin }),
  'session.chooseLanguage': row(signedIn, { language: 'de' }),
  'staff.list': row(everyone),
  'staff.records': row(readers),
  'staff.add': row(administrators, { name: 'Somebody new', role: 'desk', pin }),
  'staff.remove': row(administrators, { staff: id }),
  'staff.erase': row(administrators, { staff: id, reason: 'request' }),
  'staff.setRole': row(administrators, { staff: id, role: 'desk' }),
  'staff.setPin': row(administrators, { staff: id, pin }),
  'staff.setDuressCode': row(administrators, { staff: id, code: '1357' }),
  'staff.setDuressCode (one’s own)': row(signedIn, () => ({ staff: filled.own, code: '1357' })),
  'staff.setBadge': row(administrators, { staff: id, number: '12345678' }),
  'site.invite': row(administrators, {}),
  'site.retire': row(administrators, { station: 'Nowhere' }),
  'site.moveAuthority': row(administrators, { station: 'Nowhere' }),
  'site.exportAuthority': row(administrators, { passphrase: 'a long enough sentence' }),
  'site.importAuthority': row(administrators, { copy: 'none', passphrase: 'none' }),
  'site.status': row(everyone),
  'site.watchStatus': row(everyone),
  'site.verify': row(signedIn),
  'site.evidence': row(readers),
  'site.trace': row(readers, { incident: null }),
  'site.rebuild': row(administrators),
  'site.faults': row(signedIn),
  'site.watchFaults': row(signedIn),
  'site.settings': row(readers),
  'site.changeSettings': row(administrators, { signOutAfter: 5 }),
  'site.audit': row(readers, {}),
  'station.watchSettings': row(everyone),
  'station.changeSettings': row(workers, { textSize: 'medium' }),
  'station.rename': row(administrators, { station: 'Desk 1', place: 'Front' }),
  'board.watch': row(everyone),
  'board.change': row(administrators, { hours: [], rota: [], numbers: [] }),
  'board.addNotice': row(workers, { text: 'The lift is out of order.' }),
  'board.removeNotice': row(workers, { id }),
  'rota.watchToday': row(everyone),
  'rota.watch': row(signedIn),
  'rota.saveWeek': row(leaders, { shifts: [] }),
  'rota.saveDay': row(leaders, { date: '2026-12-24', shifts: [] }),
  'rota.forgetDay': row(leaders, { date: '2026-12-24' }),
  'trigger.devices': row(everyone),
  'trigger.watchDevices': row(everyone),
  'trigger.capture': row(workers),
  'trigger.bindings': row(everyone),
  'trigger.watchBindings': row(everyone),
  'trigger.addBinding': row(workers, { purpose: 'assist', gesture: { type: 'press' }, trigger: { type: 'key', key: { code: 'F8', ctrl: false, alt: false, shift: false } } }),
  'trigger.removeBinding': row(workers, { id }),
  'trigger.edge': row(everyone, () => ({ id: uuid(), binding: id, pressed: true })),
  'alarm.press': row(everyone, () => ({ id: uuid(), level: 'assist', kind: 'real', source: 'key' })),
  'alarm.press (a drill)': row(leaders, () => ({ id: uuid(), level: 'assist', kind: 'drill', source: 'command' })),
  'alarm.acknowledge': row(everyone, { alarm: id }),
  'alarm.arrive': row(everyone, { alarm: id }),
  'alarm.seen': row(everyone, { alarm: id }),
  'alarm.close': row(everyone, { alarm: id }),
  'alarm.followUp': row(everyone, { alarm: id }),
  'alarm.list': row(signedIn),
  'alarm.watch': row(everyone),
  'desk.watch': row(everyone),
  'desk.setAlone': row(everyone, { alone: false }),
  'desk.checkIn': row(everyone),
  'desk.noteActivity': row(everyone),
  'channel.list': row(signedIn),
  'channel.watch': row(signedIn),
  'channel.save': row(administrators, { id: 'guard', name: 'Guard', settings: { type: 'webhook', url: 'https://127.0.0.1:1/' } }),
  'channel.remove': row(administrators, { id: 'nothing' }),
  'channel.test': row(administrators, { id: 'nothing' }),
  'channel.attempts': row(signedIn, { id: 'nothing' }),
  'plan.get': row(signedIn),
  'plan.watch': row(signedIn),
  'plan.save': row(administrators, defaultPlanDocument),
  'plan.toYaml': row(signedIn),
  'plan.fromYaml': row(administrators, { text: 'nothing: true' }),
  'retention.get': row(signedIn),
  'retention.save': row(administrators, retentionSchema.parse({})),
  'retention.preview': row(readers, retentionSchema.parse({})),
  'retention.carryOut': row(administrators),
  'backup.watch': row(signedIn),
  'backup.make': row(administrators, { file: '/nowhere/backup' }),
  'backup.stop': row(administrators),
  'backup.setPassphrase': row(administrators, { passphrase: 'a long enough sentence' }),
  'backup.schedule': row(administrators, { schedule: null }),
  'procedure.list': row(everyone),
  'procedure.watch': row(everyone),
  'procedure.edition': row(everyone, { procedure: 'nothing', edition: null }),
  'procedure.standings': row(signedIn),
  'procedure.watchStandings': row(signedIn),
  'procedure.publish': row(administrators, () => ({ document: shortProcedure('late-visits'), basedOn: null })),
  'procedure.withdraw': row(administrators, { procedure: 'nothing' }),
  'procedure.toYaml': row(signedIn, { procedure: 'nothing', edition: null }),
  'procedure.fromYaml': row(signedIn, { text: 'nothing: true' }),
  'procedure.drafts': row(administrators),
  'procedure.saveDraft': row(administrators, () => ({ document: shortProcedure('late-visits'), basedOn: null })),
  'procedure.discardDraft': row(administrators, { procedure: 'nothing' }),
  'procedure.watchRuns': row(everyone),
  'procedure.watchAlarmRuns': row(everyone, { alarm: id }),
  'procedure.start': row(everyone, { procedure: 'nothing', alarm: null }),
  'procedure.tick': row(everyone, { run: id, step: 'stay-calm', ticked: true }),
  'procedure.tick (another desk’s)': row(workers, () => ({ run: filled.run, step: 'stay-calm', ticked: true })),
  'procedure.answer': row(everyone, { run: id, question: 'q', answer: 'a' }),
  'procedure.answer (another desk’s)': row(workers, () => ({ run: filled.run, question: 'q', answer: 'a' })),
  'procedure.end': row(everyone, { run: id }),
  'procedure.end (another desk’s)': row(workers, () => ({ run: filled.run })),
  'incident.list': row(signedIn),
  'incident.watchList': row(signedIn),
  'incident.get': row(signedIn, { id }),
  'incident.drafts': row(signedIn),
  'incident.watchDrafts': row(signedIn),
  'incident.openDraft': row(workers, { alarm: null }),
  'incident.saveDraft': row(workers, () => ({ id: uuid(), alarm: null, report: emptyReport() })),
  'incident.discardDraft': row(workers, { id }),
  'incident.file': row(workers, { alarm: null, title: 'Raised voice' }),
  'incident.amend': row(workers, { id, text: 'More was said.' }),
  'incident.followUps': row(signedIn),
  'incident.watchFollowUps': row(signedIn),
  'incident.addFollowUp': row(workers, { incident: id, what: 'Look at the camera' }),
  'incident.finishFollowUp': row(workers, { incident: id, followUp: 'filed-1' }),
  'incident.reopenFollowUp': row(workers, { incident: id, followUp: 'filed-1' }),
  'incident.reassignFollowUp': row(workers, { incident: id, followUp: 'filed-1', owner: { name: 'The caretaker' }, due: null }),
  'incident.comment': row(leaders, { id, text: 'Well done.' }),
  'incident.ask': row(leaders, { id, text: 'Who else was there?' }),
  'incident.answer': row(workers, { id, question: 'nothing', text: 'Nobody.' }),
  'incident.closeReview': row(leaders, { id }),
  'incident.reopenReview': row(leaders, { id, text: 'A witness came.' }),
  'incident.erase': row(administrators, { id, reason: 'mistake' }),
  'incident.erasures': row(signedIn),
  'recordForm.get': row(signedIn),
  'recordForm.watch': row(signedIn),
  'recordForm.sets': row(signedIn),
  'recordForm.save': row(administrators, {}),
  'recordForm.toYaml': row(signedIn),
  'recordForm.fromYaml': row(administrators, { text: 'nothing: true' }),
  'records.page': row(signedIn, {}),
  'records.page (of a person)': row(overseers, { filters: { person: id } }),
  'records.choices': row(signedIn),
  'records.watchViews': row(signedIn),
  'records.saveView': row(signedIn, () => ({ id: uuid(), name: 'Mine', shared: false, filters: recordFiltersSchema.parse({}), order: 'filed' })),
  'records.saveView (for everybody)': row(leaders, () => ({ id: uuid(), name: 'Ours', shared: true, filters: recordFiltersSchema.parse({}), order: 'filed' })),
  'records.dropView': row(signedIn, { id }),
  'report.get': row(overseers, { month: '2026-11' }),
  'report.files': row(overseers, { month: '2026-11', format: 'csv' }),
  'report.toCsv': row(overseers, { columns: ['Where'], rows: [['Lobby']] }),
  'person.list': row(signedIn),
  'person.watchList': row(signedIn),
  'person.find': row(signedIn, { text: 'coat' }),
  'person.card': row(signedIn, { person: id }),
  'person.get': row(overseers, { person: id }),
  'person.drafts': row(workers),
  'person.saveDraft': row(workers, { id, names: [], description: '', before: '', marker: '', reviewOn: '', incident: null }),
  'person.discardDraft': row(workers, { id }),
  'person.establish': row(workers, () => ({ id: uuid(), names: ['Sam Poe'], description: '', before: 'He struck the counter.', marker: null, reviewOn: '2027-01-31', incident: null })),
  'person.amend': row(leaders, { person: id }),
  'person.approve': row(leaders, { person: id, covers: [] }),
  'person.reject': row(leaders, { person: id, reason: 'Somebody else.' }),
  'person.addMarker': row(leaders, { person: id, kind: 'note', text: 'Comes on Mondays.' }),
  'person.removeMarker': row(leaders, { person: id, marker: id, reason: 'Over.' }),
  'person.imposeBan': row(leaders, { person: id, areas: [], from: '2026-12-01', until: '2026-12-31', reviewOn: null, notice: 'Please stay away.', decidedBy: 'The manager' }),
  'person.liftBan': row(leaders, { person: id, ban: id, reason: 'Over.' }),
  'person.review': row(leaders, { person: id, next: '2027-03-31' }),
  'person.merge': row(leaders, { into: id, from: uuid() }),
  'person.undoMerge': row(leaders, { person: id, merge: id }),
  'person.link': row(leaders, { person: id, incident: id }),
  'person.unlink': row(leaders, { person: id, incident: id }),
  'person.ofIncident': row(signedIn, { incident: id }),
  'person.exportFile': row(leaders, { person: id }),
  'person.cardPhoto': row(signedIn, { person: id }),
  'person.choosePhoto': row(leaders, { person: id, attachment: null }),
  'person.erase': row(administrators, { person: id, reason: 'request' }),
  'person.exportPdf': row(leaders, { person: id }),
  'person.letter': row(overseers, {}),
  'person.noticeLetter': row(overseers, { person: id, ban: id }),
  'person.letterPdf': row(overseers, { person: id, ban: id }),
  'person.changeLetter': row(administrators, { text: null }),
  'attachment.list': row(signedIn, { owner: `incident/${id}` }),
  'attachment.list (of a person)': row(overseers, { owner: `person/${id}` }),
  'attachment.watch (of a person)': row(overseers, { owner: `person/${id}` }),
  'attachment.begin (of a person)': row(leaders, { id, owner: `person/${id}`, name: 'photo.jpg', size: 1 }),
  'attachment.watch': row(signedIn, { owner: `incident/${id}` }),
  'attachment.begin': row(workers, { id, owner: `incident/${id}`, name: 'photo.jpg', size: 1 }),
  'attachment.put': row(workers, { id, number: 1, bytes: '' }),
  'attachment.finish': row(workers, { id }),
  'attachment.cancel': row(workers, { id }),
  'attachment.read': row(signedIn, { id, number: 1 }),
  'export.make': row(overseers, { format: 'json', records: [id] }),
  'export.read': row(overseers, { id, number: 1 }),
  'attachment.remove': row(workers, { id, reason: 'Belongs elsewhere' }),
  // The last one: after it nobody is there.
  'session.signOut': row(everyone),
};

const pathsIn = (router: object, above = ''): readonly string[] => Object.entries(router).flatMap(([name, value]) => (isContractProcedure(value) ? [`${above}${name}`] : pathsIn(value, `${above}${name}.`)));
const procedureOf = (name: string): string => name.replace(/ \(.*$/, '');

/** Calls a procedure; of a subscription it takes the first item. */
const call = async (client: StationClient, name: string, input: unknown): Promise<void> => {
  const procedure = procedureOf(name)
    .split('.')
    .reduce<unknown>((part, key) => Reflect.get(Object(part), key), client);
  if (typeof procedure !== 'function') throw new Error(`${name} is no procedure`);
  const answer: unknown = await procedure(input);
  if (typeof answer !== 'object' || answer === null || !(Symbol.asyncIterator in answer)) return;
  for await (const _first of answer as AsyncIterable<unknown>) return;
};

describe('what each role may do at a window', () => {
  const stations: Station[] = [];
  const folders: string[] = [];
  const staffByRole = new Map<Who, string>();
  let window: StationClient;

  const start = async (): Promise<Station> => {
    const folder = await mkdtemp(join(tmpdir(), 'quietbell-roles-'));
    folders.push(folder);
    const devices = { ...createNoDevices(), capture: (listener: (step: { step: 'waiting'; devices: [] }) => void) => (listener({ step: 'waiting', devices: [] }), () => undefined) };
    const created = await createStation({ dataFolder: folder, databaseKey: null, listen: '127.0.0.1:0', live: true, devices, relays: createNoRelays(), log: silentLog, codes: quickCodes });
    if (!created.ok) throw new Error(created.error.message);
    stations.push(created.value);
    return created.value;
  };

  const be = async (who: Who): Promise<void> => {
    const staff = staffByRole.get(who);
    if (staff === undefined) return window.session.signOut();
    filled.own = staff;
    await window.session.signIn({ staff, pin });
  };

  /** Allowed is whatever was not refused for who it was; an input that does not fit is a mistake of the table. */
  const outcome = async (name: string, input: unknown): Promise<'allowed' | 'refused'> => {
    try {
      await call(window, name, input);
      return 'allowed';
    } catch (error) {
      const problem = problemOf(error);
      if (problem === null) throw error;
      if (problem.type === 'InputInvalid') throw new Error(`${name}: ${problem.message}`, { cause: error });
      return problem.type === 'SignInRequired' || problem.type === 'RoleInsufficient' ? 'refused' : 'allowed';
    }
  };

  beforeAll(async () => {
    const station = await start();
    const command = station.client('command');
    await command.setup.createSite({ site: 'Elm', station: 'Desk 1', place: 'Front' });
    for (const role of roleSchema.options) staffByRole.set(role, (await command.staff.add({ name: `One ${role}`, role, pin })).id);
    await command.staff.add({ name: 'Another administrator', role: 'administrator', pin });
    window = station.client('window');
    const other = await start();
    await other.client('command').setup.joinSite({ code: (await command.site.invite({ hours: 1 })).code, station: 'Desk 2' });
    filled.run = (await other.client('window').procedure.start({ procedure: 'get-help', alarm: id })).id;
    for await (const runs of await window.procedure.watchAlarmRuns({ alarm: id })) if (runs.length > 0) break;
  });
  afterAll(async () => {
    for (const station of stations) await station.close();
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  });

  it('is written down for every procedure of the contract, and for no other', () => {
    expect([...new Set(Object.keys(table).map(procedureOf))].toSorted()).toEqual(pathsIn(contract).toSorted());
  });

  it.each(everyone)('%s', async (who) => {
    await be(who);
    const found: Record<string, string> = {};
    for (const [name, { input }] of Object.entries(table)) {
      found[name] = await outcome(name, input?.());
    }
    expect(found).toEqual(Object.fromEntries(Object.entries(table).map(([name, { allowed }]) => [name, allowed.includes(who) ? 'allowed' : 'refused'])));
  }, patience);

  it('whoever has a PIN that somebody else chose may do nothing but what needs no sign-in, until there is an own one', async () => {
    const [desk] = [staffByRole.get('supervisor') ?? ''];
    await stations[0]?.client('command').staff.setPin({ staff: desk, pin: '9753' });
    await window.session.signIn({ staff: desk, pin: '9753' });
    expect(await outcome('incident.list', undefined)).toBe('refused');
    expect(await outcome('alarm.press', { id: uuid(), level: 'assist', kind: 'real', source: 'key' })).toBe('allowed');
    await window.session.changePin({ pin: '9753', newPin: pin });
    expect(await outcome('incident.list', undefined)).toBe('allowed');
  });

  it('a new role, a removal and a change of the site hold at once for whoever is signed in', async () => {
    const desk = staffByRole.get('desk') ?? '';
    await window.session.signIn({ staff: desk, pin });
    expect(await outcome('incident.openDraft', { alarm: null })).toBe('allowed');
    await stations[0]?.client('command').staff.setRole({ staff: desk, role: 'auditor' });
    expect(await outcome('incident.openDraft', { alarm: null })).toBe('refused');
    await stations[0]?.client('command').staff.remove({ staff: desk });
    expect(await outcome('incident.list', undefined)).toBe('refused');
  });
});
