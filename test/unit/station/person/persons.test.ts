import { v7 as uuid } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { incidentReportSchema } from '../../../../main/contract/incident.ts';
import { imposeBanSchema, personRightSchema, type Person } from '../../../../main/contract/person.ts';
import type { Result } from '../../../../main/contract/problem.ts';
import type { Role } from '../../../../main/contract/staff.ts';
import { capabilitiesOf } from '../../../../main/core/staff/permissions.ts';
import { subjectOf } from '../../../../main/core/event/subject.ts';
import { createChanges, type Changes } from '../../../../main/station/changes.ts';
import { createErasures } from '../../../../main/station/retention/erasures.ts';
import { createPersons, type PersonCaller, type Persons } from '../../../../main/station/person/persons.ts';
import { longestSitting } from '../../../../main/station/person/personLooks.ts';
import { heldClock, makeTestStation, openTestLedger, silentLog, type HeldClock, type TestLedger, type TestStation } from '../../../support/ledger/testLedger.ts';

const papers = [makeTestStation('Front desk'), makeTestStation('Back office')] as const;
const day = 24 * 60 * 60_000;

interface Desk {
  readonly open: TestLedger;
  readonly persons: Persons;
  readonly changes: Changes;
}

const have = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(`${result.error.type}: ${result.error.message}`);
  return result.value;
};

const callerOf = (name: string, role: Role): PersonCaller => ({ staff: { id: uuid(), name }, role, door: 'window', rights: personRightSchema.options.filter((right) => capabilitiesOf(role, false).includes(right)) });
const sam = callerOf('Sam Okafor', 'desk');
const priya = callerOf('Priya Shah', 'supervisor');
const jo = callerOf('Jo Lee', 'supervisor');
const ada = callerOf('Ada Rees', 'administrator');

describe('person files between two desks', () => {
  let clock: HeldClock;
  let front: Desk;
  let office: Desk;

  const deskOf = (paper: TestStation): Desk => {
    const open = openTestLedger(paper, papers, clock);
    const changes = createChanges(silentLog);
    const identity = { station: paper.station, signingKey: paper.signingKey, tlsKey: new Uint8Array(), authorityCertificate: new Uint8Array(), siteKey: new Uint8Array(32), authorityKey: null };
    const context = { ledger: open.ledger, identity, clock, ids: { next: () => uuid({ msecs: clock.now() }) }, log: silentLog, changes, procedures: [] };
    const persons = createPersons(context, () => 'Elm Library', createErasures(context, () => []));
    return { open, persons, changes };
  };

  const carry = (from: Desk, to: Desk): void => {
    for (const [origin] of from.open.ledger.have()) have(to.open.ledger.accept(from.open.ledger.read(origin, to.open.ledger.have().get(origin) ?? 0, 10_000_000)));
  };
  const meet = (): void => {
    carry(front, office);
    carry(office, front);
  };

  const establish = (desk: Desk, caller: PersonCaller, names: readonly string[] = ['Mo Grey'], marker: string | null = null): string =>
    have(desk.persons.establish({ id: uuid(), names: [...names], description: 'Tall, grey coat', before: 'Struck the counter twice.', marker, reviewOn: '2027-02-24', incident: null }, caller)).id;
  const banFor = (person: string, days: number) => imposeBanSchema.parse({ person, areas: ['Children’s library'], from: '2026-11-24', until: new Date(clock.now() + days * day).toISOString().slice(0, 10), reviewOn: null, notice: 'You may not come in.', decidedBy: 'Kit Moss' });
  const seenBy = (desk: Desk, caller: PersonCaller, person: string): Person => have(desk.persons.get(person, caller));
  const approve = (desk: Desk, caller: PersonCaller, person: string): void => have(desk.persons.approve({ person, covers: seenBy(desk, caller, person).waiting }, caller));
  const standing = (desk: Desk): readonly (readonly string[])[] => desk.persons.list(sam).people.map(({ names }) => names);
  const report = (title: string) => ({ alarm: null, report: incidentReportSchema.parse({ title, account: 'Priya Shah saw Mo Grey.', involved: [{ role: 'customer', description: 'Mo Grey' }, { role: 'witness', description: 'Lu Fern' }] }), station: 'Front desk', staff: priya.staff });

  beforeEach(() => {
    clock = heldClock(new Date(2026, 10, 24, 9).getTime());
    front = deskOf(papers[0]);
    office = deskOf(papers[1]);
  });
  afterEach(() => {
    for (const { open, persons } of [front, office]) {
      persons.stop();
      open.close();
    }
  });

  it('a desk hands a file in; nobody at a desk sees it until a second person approved it elsewhere, and then no more than the card', () => {
    const person = establish(front, sam, ['Mo Grey'], 'Two of us');
    meet();
    expect(standing(front)).toEqual([]);
    expect(front.persons.card(person, sam)).toMatchObject({ ok: false, error: { type: 'PersonUnknown' } });
    approve(office, priya, person);
    meet();
    expect(front.persons.list(sam).people).toEqual([{ id: person, names: ['Mo Grey'], description: 'Tall, grey coat', banned: false, marked: true, file: null }]);
    expect(have(front.persons.card(person, sam))).toEqual({ id: person, names: ['Mo Grey'], description: 'Tall, grey coat', markers: ['Two of us'], bans: [], photo: null });
  });

  it('nobody approves their own: the file of a supervisor waits for another one', () => {
    const person = establish(office, priya);
    expect(seenBy(office, priya, person).mayApprove).toBe(false);
    expect(office.persons.approve({ person, covers: [person] }, priya)).toMatchObject({ ok: false, error: { type: 'InputInvalid', message: 'What waits here was made by you.' } });
    expect(seenBy(office, jo, person).mayApprove).toBe(true);
    approve(office, jo, person);
    expect(seenBy(office, jo, person)).toMatchObject({ waiting: [], mayApprove: false });
  });

  it('a ban is in the look-up of the desks to the end of its last day, and then takes itself off, and says so to open lists', () => {
    const person = establish(front, sam);
    meet();
    have(office.persons.imposeBan(banFor(person, 7), priya));
    approve(office, jo, person);
    meet();
    expect(have(front.persons.card(person, sam)).bans).toEqual([{ areas: ['Children’s library'], from: '2026-11-24', until: '2026-12-01' }]);
    clock.pass(7 * day);
    front.persons.tick();
    expect(standing(front)).toEqual([['Mo Grey']]);
    let told = 0;
    front.changes.on(['persons'], () => (told += 1));
    clock.pass(day);
    front.persons.tick();
    front.persons.tick();
    expect(told).toBe(1);
    expect(standing(front)).toEqual([]);
    expect(front.persons.card(person, sam)).toMatchObject({ ok: false, error: { type: 'PersonUnknown' } });
    expect(seenBy(office, priya, person).bans).toMatchObject([{ state: 'over', decidedBy: 'Kit Moss', notice: 'You may not come in.' }]);
  });

  it('a ban without an end needs a day of review within a year, and a file a day after today', () => {
    const person = establish(office, priya);
    const open = { ...banFor(person, 7), until: null };
    expect(office.persons.imposeBan({ ...open, reviewOn: '2027-11-25' }, priya)).toMatchObject({ ok: false, error: { field: 'reviewOn' } });
    have(office.persons.imposeBan({ ...open, reviewOn: '2026-12-24' }, priya));
    expect(seenBy(office, priya, person)).toMatchObject({ reviewOn: '2026-12-24', review: 'this-quarter' });
    expect(office.persons.review({ person, next: '2026-11-24', note: '' }, priya)).toMatchObject({ ok: false, error: { field: 'next' } });
    have(office.persons.review({ person, next: '2027-05-24', note: 'Still needed' }, priya));
    expect(seenBy(office, priya, person)).toMatchObject({ reviewOn: '2027-05-24', review: 'later' });
    expect(imposeBanSchema.safeParse({ ...open, reviewOn: null }).error?.issues[0]?.path).toEqual(['reviewOn']);
  });

  it('what two desks change while they are cut off from one another is seen by both afterwards', () => {
    const person = establish(front, priya);
    meet();
    const rewrite = (desk: Desk, text: string, caller: PersonCaller): void => {
      const { description } = seenBy(desk, caller, person).files[0] ?? fail();
      have(desk.persons.amend({ person, description: { file: person, text, over: [description.change, ...description.besides.map(({ change }) => change)] }, namesAdded: [text], namesRemoved: [] }, caller));
    };
    rewrite(front, 'Green coat', priya);
    clock.pass(1000);
    rewrite(office, 'Limps', jo);
    meet();
    for (const desk of [front, office]) {
      const { files, names } = seenBy(desk, priya, person);
      expect(files[0]?.description).toMatchObject({ text: 'Limps', staff: 'Jo Lee', station: 'Back office', besides: [{ text: 'Green coat', staff: 'Priya Shah', station: 'Front desk' }] });
      expect(names.map(({ name }) => name)).toEqual(['Mo Grey', 'Green coat', 'Limps']);
    }
    rewrite(front, 'Green coat, limps', priya);
    meet();
    expect(seenBy(office, jo, person).files[0]?.description).toMatchObject({ text: 'Green coat, limps', besides: [] });
    expect(seenBy(office, jo, person).history.filter(({ what }) => what === 'description').map(({ text }) => text)).toEqual(['Green coat', 'Limps', 'Green coat, limps']);
  });

  it('two files of one person are merged and parted again, and both are exactly what they were', () => {
    const [mo, maurice] = [establish(front, sam), establish(front, sam, ['Maurice Grey'], 'Two of us')];
    meet();
    for (const person of [mo, maurice]) approve(office, priya, person);
    const incident = uuid();
    have(office.open.ledger.append([{ kind: 'IncidentFiled', subject: subjectOf('incident', incident), body: report('Raised voice') }]));
    have(office.persons.link({ person: maurice, incident }, priya));
    have(office.persons.imposeBan(banFor(mo, 7), jo));
    approve(office, priya, mo);
    const before = [mo, maurice].map((person) => seenBy(office, priya, person));

    have(office.persons.merge({ into: mo, from: maurice }, priya));
    meet();
    const merged = seenBy(front, priya, maurice);
    expect(merged).toMatchObject({ id: mo, files: [{ id: mo, merge: null }, { id: maurice, merge: { staff: 'Priya Shah' } }], incidents: [{ id: incident, title: 'Raised voice' }] });
    expect(merged.names.map(({ name }) => name)).toEqual(['Mo Grey', 'Maurice Grey']);
    expect(front.persons.list(sam).people).toMatchObject([{ id: mo, names: ['Mo Grey', 'Maurice Grey'], banned: true, marked: true }]);
    expect(front.persons.ofIncident(incident, priya)).toMatchObject([{ id: mo }]);
    expect(office.persons.merge({ into: maurice, from: mo }, priya)).toMatchObject({ ok: false, error: { message: 'These two are one file already.' } });

    have(front.persons.undoMerge({ person: mo, merge: merged.files[1]?.merge?.id ?? '' }, jo));
    meet();
    const without = ({ history, looks: _looks, ...rest }: Person) => ({ ...rest, history: history.filter(({ what }) => !['merged', 'merge-undone'].includes(what)) });
    expect([mo, maurice].map((person) => without(seenBy(office, priya, person)))).toEqual(before.map(without));
    expect(front.persons.undoMerge({ person: mo, merge: merged.files[1]?.merge?.id ?? '' }, jo)).toMatchObject({ ok: false });
  });

  it('two desks that merge the same files in opposite directions have one and the same file', () => {
    const [mo, maurice] = [establish(front, sam), establish(front, sam, ['Maurice Grey'])];
    meet();
    have(front.persons.merge({ into: mo, from: maurice }, priya));
    clock.pass(1000);
    have(office.persons.merge({ into: maurice, from: mo }, jo));
    meet();
    for (const desk of [front, office]) for (const person of [mo, maurice]) expect(seenBy(desk, priya, person).id).toBe(mo);
    expect(office.persons.list(jo).people).toHaveLength(1);
  });

  it('each look is an event, one a sitting: again after a quarter of an hour, after a sign-out, and for somebody else', () => {
    const person = establish(office, priya);
    const looks = (): number => office.open.ledger.eventsOf(subjectOf('person', person)).filter(({ kind }) => kind === 'PersonFileViewed').length;
    seenBy(office, jo, person);
    for (let times = 0; times < 5; times += 1) {
      clock.pass(longestSitting);
      expect(seenBy(office, jo, person).looks).toMatchObject({ count: 1, newest: [{ what: 'file', staff: 'Jo Lee', station: 'Back office' }] });
    }
    clock.pass(longestSitting + 1);
    seenBy(office, jo, person);
    expect(looks()).toBe(2);
    office.changes.announce('session');
    seenBy(office, jo, person);
    seenBy(office, priya, person);
    seenBy(office, priya, person);
    expect(looks()).toBe(4);
  });

  it('a draft is kept for whoever began it, and goes when the file is handed in, which can be done twice', () => {
    const id = uuid();
    const draft = { id, names: ['M'], description: '', before: '', marker: '', reviewOn: '2027-02-24', incident: null };
    have(front.persons.saveDraft(draft, sam));
    have(front.persons.saveDraft({ ...draft, before: 'Struck' }, sam));
    expect(front.persons.saveDraft({ ...draft, before: 'not mine' }, priya)).toMatchObject({ ok: false, error: { type: 'RoleInsufficient' } });
    front.persons.discardDraft(id, priya);
    expect(front.persons.drafts(sam)).toMatchObject([{ id, before: 'Struck' }]);
    expect(front.persons.drafts(priya)).toEqual([]);
    const file = { id, names: ['Mo'], description: '', before: 'Struck the counter', marker: null, reviewOn: '2027-02-24', incident: null };
    have(front.persons.establish(file, sam));
    have(front.persons.establish({ ...file, names: ['Somebody else'] }, sam));
    expect(front.persons.drafts(sam)).toEqual([]);
    expect(seenBy(front, priya, id).names.map(({ name }) => name)).toEqual(['Mo']);
  });

  it('of very many files those that are due for review are in the list, however long nobody touched them', () => {
    const old = establish(front, sam);
    clock.set(new Date(2027, 2, 1, 9).getTime());
    const by = { station: 'Front desk', staff: null };
    have(front.open.ledger.append(Array.from({ length: 501 }, () => ({ kind: 'PersonFileEstablished' as const, subject: subjectOf('person', uuid()), body: { names: [{ id: uuid(), name: 'New' }], description: '', before: 'Shouted', reviewOn: '2027-12-01', ...by } }))));
    const { people, more } = front.persons.list(priya);
    expect([people.length, more]).toEqual([501, true]);
    expect(people.find(({ id }) => id === old)).toMatchObject({ file: { review: 'overdue' } });
  });

  it('what somebody began who has left is finished or thrown away by those who write files, and by nobody else', () => {
    const [kept, dropped] = [uuid(), uuid()];
    const left = callerOf('Kim Voss', 'desk');
    const by = { station: 'Front desk', staff: null };
    const staff = subjectOf('staff', left.staff?.id ?? '');
    have(front.open.ledger.append([{ kind: 'StaffAdded', subject: staff, body: { name: 'Kim Voss', role: 'desk', pin: { n: 2, r: 1, p: 1, salt: '00', hash: '00' }, temporary: false, ...by } }]));
    const draft = { id: kept, names: ['M'], description: '', before: 'Struck', marker: '', reviewOn: '2027-02-24', incident: null };
    have(front.persons.saveDraft(draft, left));
    have(front.persons.saveDraft({ ...draft, id: dropped }, left));
    expect(front.persons.drafts(priya)).toEqual([]);

    have(front.open.ledger.append([{ kind: 'StaffRemoved', subject: staff, body: by }]));
    expect(front.persons.drafts(sam)).toEqual([]);
    expect(front.persons.drafts(priya)).toMatchObject([{ leftBy: 'Kim Voss' }, { leftBy: 'Kim Voss' }]);
    front.persons.discardDraft(dropped, sam);
    front.persons.discardDraft(dropped, priya);
    have(front.persons.saveDraft({ ...draft, before: 'Struck the counter' }, priya));
    expect(front.persons.drafts(priya)).toMatchObject([{ id: kept, before: 'Struck the counter', leftBy: null }]);
    expect(front.persons.drafts(jo)).toEqual([]);
  });

  it('gives a person everything that is held on them, with the names of others left out unless they are wanted', () => {
    const person = establish(front, sam);
    const other = establish(front, sam, ['Olga Brandt']);
    meet();
    have(office.persons.imposeBan(banFor(person, 7), priya));
    have(office.persons.amend({ person, namesAdded: [], namesRemoved: [], before: { file: person, text: 'Sam Okafor and Olga Brandt saw Mo Grey strike the counter.', over: [person] } }, priya));
    const incident = uuid();
    have(office.open.ledger.append([{ kind: 'IncidentFiled', subject: subjectOf('incident', incident), body: report('Raised voice') }]));
    have(office.persons.link({ person, incident }, priya));

    const whole = have(office.persons.exportFile({ person, withhold: false }, priya));
    expect(whole).toMatchObject({ site: 'Elm Library', withheld: false, incidents: [{ report: { account: 'Priya Shah saw Mo Grey.', involved: [{ description: 'Mo Grey' }, { description: 'Lu Fern' }] } }] });
    expect(whole.events.map(({ kind }) => kind)).toEqual(['PersonFileEstablished', 'BanImposed', 'PersonFileAmended', 'PersonLinkedToIncident', 'PersonFileExported']);

    const handedOut = have(office.persons.exportFile({ person, withhold: true }, priya));
    const words = JSON.stringify(handedOut);
    for (const name of ['Sam', 'Okafor', 'Priya', 'Shah', 'Kit', 'Moss', 'Olga', 'Brandt', 'Lu Fern']) expect(words).not.toContain(name);
    expect(handedOut.person.files[0]?.before.text).toBe('[withheld] and [withheld] saw Mo Grey strike the counter.');
    expect(handedOut.incidents[0]?.report).toMatchObject({ account: '[withheld] saw Mo Grey.', involved: [{ description: 'Mo Grey' }, { description: '[withheld]' }] });
    expect(words).not.toContain(other);
  });

  it('gives a person nothing of the others who were involved in a record, be they customers too: not where they stand, and not where they are spoken of', () => {
    const person = establish(front, sam);
    const incident = uuid();
    const written = incidentReportSchema.parse({
      title: 'Mo Grey and Rosa Lindt fought',
      account: 'Rosa Lindt said that Mo Grey hit her; Lu Fern saw it and can be called on 0160 555.',
      involved: [
        { role: 'customer', name: 'Grey', description: 'grey coat', contact: '0170 1' },
        { role: 'customer', name: 'Rosa Lindt', description: 'red hat', contact: 'rosa@example.org' },
        { role: 'customer', description: 'a child' },
        { role: 'witness', name: 'Lu Fern', description: 'blue jacket', contact: '0160 555' },
      ],
      followUps: [{ what: 'Frank Meyer calls Mo Grey', owner: { name: 'Frank Meyer' } }],
    });
    have(front.open.ledger.append([
      { kind: 'IncidentFiled', subject: subjectOf('incident', incident), body: { ...report('Fight'), report: written } },
      { kind: 'IncidentAmended', subject: subjectOf('incident', incident), body: { text: 'Mo Grey called Lindt again.', station: 'Front desk', staff: { id: uuid(), name: 'Nell Ortega' } } },
    ]));
    have(front.persons.link({ person, incident }, priya));

    const handedOut = have(front.persons.exportFile({ person, withhold: true }, priya)).incidents[0];
    const words = JSON.stringify(handedOut);
    for (const other of ['Rosa', 'Lindt', 'rosa@', 'red hat', 'a child', 'Lu Fern', 'blue jacket', '0160', 'Meyer', 'Ortega']) expect(words).not.toContain(other);
    expect(handedOut?.report).toMatchObject({ title: 'Mo Grey and [withheld] fought', involved: [{ name: 'Grey', description: 'grey coat', contact: '0170 1' }, { name: '' }, { name: '' }, { name: '' }] });
    expect(handedOut?.amendments[0]?.text).toBe('Mo Grey called [withheld] again.');
  });

  it('a file that was erased is gone at every desk, and out of what it was merged with and linked to', () => {
    const [mo, maurice] = [establish(front, sam), establish(front, sam, ['Maurice Grey'])];
    meet();
    const incident = uuid();
    have(office.open.ledger.append([{ kind: 'IncidentFiled', subject: subjectOf('incident', incident), body: report('Raised voice') }]));
    for (const person of [mo, maurice]) have(office.persons.link({ person, incident }, priya));
    have(office.persons.merge({ into: mo, from: maurice }, priya));
    have(office.open.ledger.append([{ kind: 'SubjectErased', subject: subjectOf('person', mo), body: { reason: 'request', station: 'Back office', staff: null } }]));
    meet();
    for (const desk of [front, office]) {
      expect(desk.persons.get(mo, priya)).toMatchObject({ ok: false, error: { type: 'PersonUnknown' } });
      expect(desk.persons.list(priya).people.map(({ id }) => id)).toEqual([maurice]);
      expect(desk.persons.ofIncident(incident, priya).map(({ id }) => id)).toEqual([maurice]);
      expect(seenBy(desk, priya, maurice).files.map(({ id }) => id)).toEqual([maurice]);
    }
  });

  it('a person is erased with all files that were merged, and with the links of records; the reason is kept, and nothing of them', () => {
    const [mo, maurice, other] = [establish(front, sam), establish(front, sam, ['Maurice Grey']), establish(front, sam, ['Olga Brandt'])];
    meet();
    const incident = uuid();
    have(office.open.ledger.append([{ kind: 'IncidentFiled', subject: subjectOf('incident', incident), body: report('Raised voice') }]));
    for (const person of [maurice, other]) have(office.persons.link({ person, incident }, priya));
    const seen = seenBy(office, priya, mo).files.map(({ id }) => id);
    have(office.persons.merge({ into: mo, from: maurice }, priya));
    expect(office.persons.erase({ person: mo, reason: 'request', files: seen }, ada)).toMatchObject({ ok: false, error: { type: 'InputInvalid', field: 'files' } });
    expect(have(office.persons.erase({ person: maurice, reason: 'request' }, ada)).map(({ type, id, reason, station }) => ({ type, id, reason, station })).toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
      [mo, maurice].toSorted().map((id) => ({ type: 'person', id, reason: 'request', station: 'Back office' })),
    );
    meet();
    for (const { open, persons } of [front, office]) {
      expect(persons.list(priya).people.map(({ id }) => id)).toEqual([other]);
      expect(open.ledger.state('incident', subjectOf('incident', incident))).toMatchObject({ summary: { title: 'Raised voice' }, persons: [other] });
      expect(JSON.stringify([mo, maurice].map((id) => open.ledger.eventsOf(subjectOf('person', id))))).not.toContain('Grey');
    }
    expect(office.persons.erase({ person: mo, reason: 'request' }, ada)).toMatchObject({ ok: false, error: { type: 'PersonUnknown' } });
  });

  it('is the same file when the events arrive in another order', () => {
    const person = establish(front, sam, ['Mo Grey'], 'Two of us');
    meet();
    have(front.persons.imposeBan(banFor(person, 7), priya));
    have(office.persons.review({ person, next: '2027-05-24', note: '' }, jo));
    const third = deskOf(papers[0]);
    const [ownId, otherId] = papers.map(({ station }) => station.id);
    meet();
    have(third.open.ledger.accept(office.open.ledger.read(otherId ?? '', 0, 10_000_000)));
    expect(third.open.ledger.state('person', subjectOf('person', person))).toBeUndefined();
    have(third.open.ledger.accept(office.open.ledger.read(ownId ?? '', 0, 10_000_000)));
    expect(third.open.ledger.state('person', subjectOf('person', person))).toEqual(front.open.ledger.state('person', subjectOf('person', person)));
    third.open.close();
  });

  it('lists the five hundred that changed last, and finds the others by their words, whatever their accents', () => {
    const drafts = Array.from({ length: 600 }, (_, number) => ({
      kind: 'PersonFileEstablished' as const,
      subject: subjectOf('person', uuid({ msecs: clock.now() + number })),
      body: { names: [{ id: uuid(), name: `Person ${number}.` }], description: 'Grey coat', before: 'Struck the counter', reviewOn: '2027-02-24', station: 'Front desk', staff: sam.staff },
    }));
    have(front.open.ledger.append(drafts));
    expect(front.persons.list(priya)).toMatchObject({ more: true, people: { length: 500 } });
    expect(front.persons.find('3. pérson COAT', priya).map(({ names }) => names[0])).toContain('Person 3.');
    expect(front.persons.find('grey', priya)).toHaveLength(600);
  });
});

const fail = (): never => {
  throw new Error('There is a file');
};
