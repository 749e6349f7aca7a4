import { describe, expect, it } from 'vitest';
import { foldPerson, type PersonFile } from '../../../../main/core/person/foldPerson.ts';
import { banStateOn, isReviewDay, mayStand, reviewDay, reviewStateOn, shownPhoto, waitingIn } from '../../../../main/core/person/standing.ts';
import { ada, ben, byOf, personStory, uuidOf } from '../../../support/person/personEvents.ts';

const mo = uuidOf(1);
const ban = uuidOf(10);
const marker = uuidOf(11);

const story = () => {
  const told = personStory(mo);
  told.establish();
  return told;
};
const fileOf = (told: ReturnType<typeof story>): PersonFile => foldPerson(told.events) ?? fail();
const fail = (): never => {
  throw new Error('The file was established');
};
const stateOn = (day: string, told: ReturnType<typeof story>) => fileOf(told).bans.map((each) => banStateOn(day, fileOf(told), each));

describe('a ban', () => {
  it('opens on its first day, holds to the end of its last one, and is over by itself', () => {
    const told = story();
    told.ban(ban);
    told.tell('PersonFileApproved', { covers: [mo, ban], role: 'supervisor', ...byOf(ben) });
    expect(stateOn('2026-01-09', told)).toEqual(['coming']);
    expect(stateOn('2026-01-10', told)).toEqual(['open']);
    expect(stateOn('2026-02-10', told)).toEqual(['open']);
    expect(stateOn('2026-02-11', told)).toEqual(['over']);
  });

  it('waits for a second person, whoever approved the file before', () => {
    const told = story();
    told.tell('PersonFileApproved', { covers: [mo], role: 'supervisor', ...byOf(ben) });
    told.ban(ban, byOf(ben));
    expect(stateOn('2026-01-10', told)).toEqual(['waiting']);
    expect(waitingIn(fileOf(told), '2026-01-10')).toEqual([{ id: ban, staffId: ben.id }]);
    told.tell('PersonFileApproved', { covers: [ban], role: 'supervisor', ...byOf(ben) });
    expect(stateOn('2026-01-10', told)).toEqual(['waiting']);
    told.tell('PersonFileApproved', { covers: [ban], role: 'supervisor', ...byOf(ada) });
    expect(stateOn('2026-01-10', told)).toEqual(['open']);
    expect(waitingIn(fileOf(told), '2026-01-10')).toEqual([]);
  });

  it('waits for nobody any more once it has run out, was lifted, or the file was rejected', () => {
    const told = story();
    told.ban(ban);
    expect(waitingIn(fileOf(told), '2026-01-10').map(({ id }) => id)).toEqual([mo, ban]);
    expect(waitingIn(fileOf(told), '2026-03-01').map(({ id }) => id)).toEqual([mo]);
    told.tell('BanLifted', { ban, reason: 'Apologised', ...byOf(ben) });
    expect(stateOn('2026-01-10', told)).toEqual(['lifted']);
    told.tell('PersonFileRejected', { reason: 'Hearsay', role: 'supervisor', ...byOf(ben) });
    expect(waitingIn(fileOf(told), '2026-01-10')).toEqual([]);
    told.ban(uuidOf(12));
    expect(stateOn('2026-01-10', told)).toEqual(['lifted', 'rejected']);
  });
});

describe('the photo that a desk is shown', () => {
  const choice = (told: ReturnType<typeof story>, id: string, attachment: string | null, over: readonly string[] = [], who = ada): void => told.tell('PersonPhotoChosen', { choice: id, attachment, over: [...over], ...byOf(who) });
  const approve = (told: ReturnType<typeof story>, ...covers: readonly string[]): void => told.tell('PersonFileApproved', { covers: [...covers], role: 'supervisor', ...byOf(ben) });

  it('is one that a second person has looked at; until another one is approved the one before stays', () => {
    const told = story();
    choice(told, uuidOf(20), uuidOf(30));
    approve(told, mo);
    expect(shownPhoto(fileOf(told))).toBeNull();
    expect(waitingIn(fileOf(told), '2026-01-10').map(({ id }) => id)).toEqual([uuidOf(20)]);
    approve(told, uuidOf(20));
    choice(told, uuidOf(21), uuidOf(31), [uuidOf(20)]);
    expect(shownPhoto(fileOf(told))).toBe(uuidOf(30));
    approve(told, uuidOf(21));
    expect(shownPhoto(fileOf(told))).toBe(uuidOf(31));
  });

  it('is taken off at once, by whoever may write in the file, and waits for nobody then', () => {
    const told = story();
    choice(told, uuidOf(20), uuidOf(30));
    approve(told, mo, uuidOf(20));
    choice(told, uuidOf(21), null, [uuidOf(20)]);
    expect(shownPhoto(fileOf(told))).toBeNull();
    expect(waitingIn(fileOf(told), '2026-01-10')).toEqual([]);
  });
});

describe('whom a desk may have to know', () => {
  it('is who has an approved safety marker or ban; a note for supervisors makes nobody known', () => {
    const told = story();
    told.tell('MarkerAdded', { marker, kind: 'note', text: 'Writes letters', ...byOf(ada) });
    told.tell('PersonFileApproved', { covers: [mo, marker], role: 'supervisor', ...byOf(ben) });
    expect(mayStand(fileOf(told))).toBe(false);
    told.tell('MarkerAdded', { marker: uuidOf(13), kind: 'safety', text: 'Two of us', ...byOf(ada) });
    expect(mayStand(fileOf(told))).toBe(false);
    told.tell('PersonFileApproved', { covers: [uuidOf(13)], role: 'supervisor', ...byOf(ben) });
    expect(mayStand(fileOf(told))).toBe(true);
    told.tell('MarkerRemoved', { marker: uuidOf(13), reason: 'Risk is gone', ...byOf(ben) });
    expect(mayStand(fileOf(told))).toBe(false);
  });
});

describe('the next review', () => {
  it('is prompted in its quarter of the year and overdue behind its day', () => {
    expect(reviewStateOn('2026-03-31', '2026-06-30')).toBe('later');
    expect(reviewStateOn('2026-04-01', '2026-06-30')).toBe('this-quarter');
    expect(reviewStateOn('2026-06-30', '2026-06-30')).toBe('this-quarter');
    expect(reviewStateOn('2026-07-01', '2026-06-30')).toBe('overdue');
    expect(reviewStateOn('2026-05-01', '2027-06-30')).toBe('later');
  });

  it('comes with a ban without an end, where that is sooner, until a review sets another day', () => {
    const told = story();
    told.ban(ban, { until: null, reviewOn: '2026-03-01' });
    expect(reviewDay(fileOf(told))).toBe('2026-03-01');
    told.tell('ReviewDone', { next: '2026-09-30', covers: [ban], note: '', ...byOf(ben) });
    expect(reviewDay(fileOf(told))).toBe('2026-09-30');
    told.ban(uuidOf(12), { until: null, reviewOn: '2026-08-01' });
    expect(reviewDay(fileOf(told))).toBe('2026-08-01');
    told.tell('BanLifted', { ban: uuidOf(12), reason: 'Apologised', ...byOf(ben) });
    expect(reviewDay(fileOf(told))).toBe('2026-09-30');
  });

  it('is after today and within a year', () => {
    expect(isReviewDay('2026-11-30', '2026-11-30')).toBe(false);
    expect(isReviewDay('2026-11-30', '2026-12-01')).toBe(true);
    expect(isReviewDay('2026-11-30', '2027-11-30')).toBe(true);
    expect(isReviewDay('2026-11-30', '2027-12-01')).toBe(false);
  });
});
