import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NewStaff, Role, SiteSettings } from '../../../../main/contract/index.ts';
import { standardSiteSettings } from '../../../../main/core/site/foldSiteSettings.ts';
import { createChanges, type Changes } from '../../../../main/station/changes.ts';
import { createStaffDesk, idleGrace, type StaffDesk } from '../../../../main/station/staff/staffDesk.ts';
import { heldClock, makeTestStation, openTestLedger, silentLog, type HeldClock, type TestLedger } from '../../../support/ledger/testLedger.ts';
import { quickCodes } from '../../../support/quickCodes.ts';

const desk = makeTestStation('Desk 1');
const id = '00000000-0000-7000-8000-00000000000a';
const other = '00000000-0000-7000-8000-00000000000b';
const longestIdle = standardSiteSettings.signOutAfter * 60_000 + idleGrace;
const person = (name: string, pin: string, role: Role = 'desk'): NewStaff => ({ name, role, pin, temporary: false });

describe('the session of a terminal', () => {
  let open: TestLedger;
  let clock: HeldClock;
  let changes: Changes;
  let staff: StaffDesk;

  beforeEach(async () => {
    clock = heldClock();
    open = openTestLedger(desk, [], clock);
    changes = createChanges(silentLog);
    const identity = { station: desk.station, signingKey: desk.signingKey, tlsKey: new Uint8Array(), authorityCertificate: new Uint8Array(), siteKey: new Uint8Array(32), authorityKey: null };
    staff = createStaffDesk({ ledger: open.ledger, identity, clock, ids: { next: () => id }, log: silentLog, changes, procedures: [] }, { codes: quickCodes });
    await staff.add(person('Ada', '2468'), null);
    await staff.signIn(id, '2468');
  });
  afterEach(() => open.close());

  it('ends by itself after the site’s time and a little more in which nobody did anything, and says so', () => {
    let told = 0;
    changes.on(['session'], () => (told += 1));
    clock.pass(longestIdle);
    staff.endIdleSession();
    expect(staff.session().staff).toMatchObject({ name: 'Ada' });
    clock.pass(1);
    staff.endIdleSession();
    expect(told).toBe(1);
    expect(staff.session()).toMatchObject({ staff: null, capabilities: [] });
  });

  it('goes on while somebody does something', () => {
    clock.pass(longestIdle);
    staff.noteActivity();
    clock.pass(longestIdle);
    expect(staff.session().staff).toMatchObject({ name: 'Ada' });
  });

  it('is over when it is asked for, even if nothing has looked after it meanwhile, and names nobody in a press', () => {
    clock.pass(longestIdle + 1);
    expect(staff.reference()).toBeNull();
  });

  it('knows the language that was chosen on the way in, also the next time, and forgets it when it is taken back', async () => {
    expect(staff.session().language).toBeNull();
    await staff.signIn(id, '2468', 'de');
    expect(staff.session().language).toBe('de');
    staff.signOut();
    expect(staff.session().language).toBeNull();
    await staff.signIn(id, '2468');
    expect(staff.session().language).toBe('de');
    let told = 0;
    changes.on(['session'], () => (told += 1));
    expect(staff.chooseLanguage(null)).toMatchObject({ ok: true });
    expect([staff.session().language, told]).toEqual([null, 1]);
  });

  it('has no language to choose when nobody is signed in', () => {
    staff.signOut();
    expect(staff.chooseLanguage('es')).toMatchObject({ ok: false, error: { type: 'SignInRequired' } });
  });

  it('ends when the clock was set back, since nobody knows how long it has been', () => {
    clock.pass(-longestIdle - 1);
    expect(staff.session()).toMatchObject({ staff: null, capabilities: [] });
  });
});

describe('a duress code', () => {
  let open: TestLedger;
  let staff: StaffDesk;
  let forced: string[];

  beforeEach(async () => {
    const clock = heldClock();
    open = openTestLedger(desk, [], clock);
    forced = [];
    const ids = [id, other];
    const identity = { station: desk.station, signingKey: desk.signingKey, tlsKey: new Uint8Array(), authorityCertificate: new Uint8Array(), siteKey: new Uint8Array(32), authorityKey: null };
    staff = createStaffDesk({ ledger: open.ledger, identity, clock, ids: { next: () => ids.shift() ?? other }, log: silentLog, changes: createChanges(silentLog), procedures: [] }, { codes: quickCodes, onDuress: (who) => void forced.push(who.name) });
    await staff.add(person('Ada', '2468'), null);
    await staff.add(person('Ben', '1357'), null);
    await staff.setDuressCode(id, '2469', null);
  });
  afterEach(() => open.close());

  it('signs in as usual, and tells those who must know', async () => {
    const usual = await staff.signIn(id, '2468');
    expect(forced).toEqual([]);
    expect(await staff.signIn(id, '2469')).toEqual(usual);
    expect(forced).toEqual(['Ada']);
    expect(staff.reference()).toMatchObject({ name: 'Ada' });
  });

  it('is one person’s own, can be taken away, and can be neither the PIN nor become it', async () => {
    expect(await staff.checkCode(other, '2469')).toMatchObject({ ok: false, error: { type: 'PinWrong' } });
    expect(await staff.setDuressCode(other, '1357', null)).toMatchObject({ ok: false, error: { type: 'InputInvalid', field: 'code' } });
    expect(await staff.setPin(id, '2469', null)).toMatchObject({ ok: false, error: { type: 'InputInvalid', field: 'pin' } });
    expect(await staff.checkCode(id, '2469')).toMatchObject({ ok: true, value: { duress: true } });
    await staff.setDuressCode(id, null, null);
    expect(await staff.checkCode(id, '2469')).toMatchObject({ ok: false, error: { type: 'PinWrong' } });
  });

  it('counts among the attempts like the PIN: wrong ones lock, for both', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) expect(await staff.checkCode(id, '0000')).toMatchObject({ ok: false, error: { type: 'PinWrong' } });
    for (const typed of ['2468', '2469']) expect(await staff.checkCode(id, typed)).toMatchObject({ ok: false, error: { type: 'SignInLocked' } });
  });
});

/** A PIN is slow to check by design. */
describe('people and what they sign in with', { timeout: 60_000 }, () => {
  let open: TestLedger;
  let clock: HeldClock;
  let staff: StaffDesk;
  let badge: SiteSettings['badge'];
  const administrator = { id, name: 'Ada' };
  const add = async (...people: readonly NewStaff[]): Promise<void> => {
    for (const each of people) await staff.add(each, null);
  };

  beforeEach(async () => {
    clock = heldClock();
    badge = 'pin-for-administrators';
    open = openTestLedger(desk, [], clock);
    const ids = [id, other];
    const identity = { station: desk.station, signingKey: desk.signingKey, tlsKey: new Uint8Array(), authorityCertificate: new Uint8Array(), siteKey: new Uint8Array(32), authorityKey: null };
    const context = { ledger: open.ledger, identity, clock, ids: { next: () => ids.shift() ?? other }, log: silentLog, changes: createChanges(silentLog), procedures: [] };
    staff = createStaffDesk(context, { codes: quickCodes, siteSettings: () => ({ ...standardSiteSettings, badge }) });
    await add(person('Ada', '2468', 'administrator'), person('Ben', '1357'));
  });
  afterEach(() => open.close());

  it('a PIN that an administrator set opens to nothing but the choice of an own one', async () => {
    await staff.setPin(other, '5555', administrator);
    expect(await staff.signIn(other, '5555')).toMatchObject({ ok: true, value: { choosesPin: true, capabilities: ['change-own-codes'] } });
    expect(await staff.changePin('0000', '7777')).toMatchObject({ ok: false, error: { type: 'PinWrong' } });
    expect(await staff.changePin('5555', '5555')).toMatchObject({ ok: false, error: { type: 'InputInvalid', field: 'newPin' } });
    expect(await staff.changePin('5555', '7777')).toMatchObject({ ok: true });
    expect(staff.session()).toMatchObject({ choosesPin: false, staff: { name: 'Ben' } });
    expect(staff.session().capabilities).toContain('write-records');
  });

  it('nobody is added whose tile could not be told from somebody else’s; once that one has left, the name is free', async () => {
    for (const name of ['Ben', ' bEN ', 'B\u200Ben', 'Ｂｅｎ']) expect(await staff.add(person(name, '8888'), administrator), name).toMatchObject({ ok: false, error: { type: 'InputInvalid', field: 'name' } });
    expect(await staff.add(person('\u200B', '8888'), administrator)).toMatchObject({ ok: false, error: { message: 'Nothing of that name can be seen.' } });
    expect(staff.list()).toHaveLength(2);
    staff.remove(other, administrator);
    expect(await staff.add(person('Ben', '8888'), administrator)).toMatchObject({ ok: true });
  });

  it('another role holds at once, also for whoever is signed in', async () => {
    await staff.signIn(other, '1357');
    staff.setRole(other, 'auditor', administrator);
    expect(staff.session().capabilities).not.toContain('write-records');
    expect(staff.session().capabilities).toContain('read-audit');
  });

  it('whoever was removed cannot sign in, is signed out, and is not among the tiles; the last administrator stays', async () => {
    await staff.setBadge(other, 'AB12CD34', administrator);
    await staff.signIn(other, '1357');
    expect(staff.remove(other, administrator)).toMatchObject({ ok: true });
    expect(staff.session().staff).toBeNull();
    expect(await staff.signIn(other, '1357')).toMatchObject({ ok: false, error: { type: 'StaffUnknown' } });
    expect(await staff.signInWithBadge('AB12CD34')).toMatchObject({ ok: false, error: { type: 'BadgeUnknown' } });
    expect(staff.tiles().map(({ name }) => name)).toEqual(['Ada']);
    expect(staff.records()).toContainEqual(expect.objectContaining({ name: 'Ben', removedAt: expect.any(String) }));
    expect(staff.remove(id, administrator)).toMatchObject({ ok: false, error: { type: 'InputInvalid' } });
    expect(staff.setRole(id, 'desk', administrator)).toMatchObject({ ok: false, error: { type: 'InputInvalid' } });
  });

  it('whoever was removed can be forgotten, with name, codes and badge, and nobody else; the id stays in what they did', async () => {
    await staff.setBadge(other, 'AB12CD34', administrator);
    expect(staff.erase(other, 'request', administrator)).toMatchObject({ ok: false, error: { type: 'InputInvalid', field: 'staff' } });
    expect(staff.records().map(({ name }) => name)).toContain('Ben');
    staff.remove(other, administrator);
    expect(staff.erase(other, 'request', administrator)).toMatchObject({ ok: true });
    expect(staff.records().map(({ name }) => name)).toEqual(['Ada']);
    expect(open.ledger.state('staff', `staff/${other}`)).toBeUndefined();
    expect(open.ledger.eventsOf(`staff/${other}`).map(({ kind }) => kind)).toEqual(['SubjectErased']);
    expect(staff.erase(other, 'request', administrator)).toMatchObject({ ok: false, error: { type: 'StaffUnknown' } });
    expect(open.ledger.erasures()).toMatchObject([{ subject: `staff/${other}`, body: { reason: 'request', staff: id } }]);
  });

  it('a badge is enough for desk staff, and stands for the name tile of an administrator, unless the site chose otherwise', async () => {
    await staff.setBadge(id, '0012345678', null);
    await staff.setBadge(other, '0087654321', null);
    expect(await staff.signInWithBadge('0087654321')).toMatchObject({ ok: true, value: { session: { staff: { name: 'Ben' } }, pinOf: null } });
    staff.signOut();
    expect(await staff.signInWithBadge('0012345678')).toMatchObject({ ok: true, value: { session: { staff: null }, pinOf: { name: 'Ada' } } });
    badge = 'pin';
    expect(await staff.signInWithBadge('0087654321')).toMatchObject({ ok: true, value: { session: { staff: null }, pinOf: { name: 'Ben' } } });
    badge = 'alone';
    expect(await staff.signInWithBadge('0012345678')).toMatchObject({ ok: true, value: { session: { staff: { name: 'Ada' } } } });
  });

  it('a badge is one person’s; taken away it opens nothing, and its number is nowhere in the ledger', async () => {
    await staff.setBadge(other, '0087654321', null);
    expect(await staff.setBadge(id, '0087654321', null)).toMatchObject({ ok: false, error: { type: 'BadgeTaken' } });
    const everything = Buffer.concat(open.ledger.read(desk.station.id, 0, 1_000_000).map(({ bytes }) => bytes)).toString('latin1');
    expect(everything).toContain('BadgeChanged');
    expect(everything).not.toContain('87654321');
    await staff.setBadge(other, null, administrator);
    expect(await staff.signInWithBadge('0087654321')).toMatchObject({ ok: false, error: { type: 'BadgeUnknown' } });
    expect(await staff.setBadge(id, '0087654321', null)).toMatchObject({ ok: true });
  });

  it('five wrong PINs lock one tile, here and for a while, as a fault that names nobody; the audit trail has the person', async () => {
    await Promise.all(Array.from({ length: 5 }, () => staff.signIn(other, '0000')));
    expect(await staff.signIn(other, '1357')).toMatchObject({ ok: false, error: { type: 'SignInLocked' } });
    expect(await staff.signIn(id, '2468')).toMatchObject({ ok: true });
    expect(staff.findings()).toMatchObject([{ kind: 'sign-in', disarms: false }]);
    expect(JSON.stringify(staff.findings())).not.toContain('Ben');
    expect(open.ledger.eventsOf(`staff/${other}`).filter(({ kind }) => kind === 'SignInLocked')).toHaveLength(1);
    clock.pass(30_001);
    expect(staff.findings()).toEqual([]);
    expect(await staff.signIn(other, '1357')).toMatchObject({ ok: true });
  });

  it('a new PIN opens a tile that was locked', async () => {
    await Promise.all(Array.from({ length: 5 }, () => staff.signIn(other, '0000')));
    await staff.setPin(other, '8642', administrator);
    expect(await staff.signIn(other, '8642')).toMatchObject({ ok: true });
  });

  it('badges that nobody has, one after the other, lock the terminal for a while', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, attempt) => staff.signInWithBadge(`00000000${attempt + 10}`)));
    expect(await staff.signIn(id, '2468')).toMatchObject({ ok: false, error: { type: 'SignInLocked' } });
    expect(staff.findings()).toMatchObject([{ key: 'sign-in/terminal' }]);
    clock.pass(30_001);
    expect(await staff.signIn(id, '2468')).toMatchObject({ ok: true });
  });

  it('whoever signed in here last has the first tile', async () => {
    expect(staff.tiles().map(({ name }) => name)).toEqual(['Ada', 'Ben']);
    await staff.signIn(other, '1357');
    expect(staff.tiles().map(({ name }) => name)).toEqual(['Ben', 'Ada']);
  });
});
