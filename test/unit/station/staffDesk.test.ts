import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createChanges, type Changes } from '../../../main/station/changes.ts';
import { createStaffDesk, longestIdle, type StaffDesk } from '../../../main/station/staffDesk.ts';
import { heldClock, makeTestStation, openTestLedger, silentLog, type HeldClock, type TestLedger } from '../../support/ledger/testLedger.ts';

const desk = makeTestStation('Desk 1');
const id = '00000000-0000-7000-8000-00000000000a';

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
    staff = createStaffDesk({ ledger: open.ledger, identity, clock, ids: { next: () => id }, log: silentLog, changes, procedures: [] });
    await staff.add('Ada', 'desk', '2468');
    await staff.signIn(id, '2468');
  });
  afterEach(() => open.close());

  it('ends by itself after a quarter of an hour in which nobody did anything, and says so', () => {
    let told = 0;
    changes.on(['session'], () => (told += 1));
    clock.pass(longestIdle);
    staff.endIdleSession();
    expect(staff.session().staff).toMatchObject({ name: 'Ada' });
    clock.pass(1);
    staff.endIdleSession();
    expect(told).toBe(1);
    expect(staff.session()).toEqual({ staff: null });
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

  it('ends when the clock was set back, since nobody knows how long it has been', () => {
    clock.pass(-longestIdle - 1);
    expect(staff.session()).toEqual({ staff: null });
  });
});

describe('a duress code', () => {
  let open: TestLedger;
  let staff: StaffDesk;
  let forced: string[];
  const other = '00000000-0000-7000-8000-00000000000b';

  beforeEach(async () => {
    const clock = heldClock();
    open = openTestLedger(desk, [], clock);
    forced = [];
    const ids = [id, other];
    const identity = { station: desk.station, signingKey: desk.signingKey, tlsKey: new Uint8Array(), authorityCertificate: new Uint8Array(), siteKey: new Uint8Array(32), authorityKey: null };
    staff = createStaffDesk({ ledger: open.ledger, identity, clock, ids: { next: () => ids.shift() ?? other }, log: silentLog, changes: createChanges(silentLog), procedures: [] }, (person) => forced.push(person.name));
    await staff.add('Ada', 'desk', '2468');
    await staff.add('Ben', 'desk', '1357');
    await staff.setDuressCode(id, '2469');
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
    expect(await staff.setDuressCode(other, '1357')).toMatchObject({ ok: false, error: { type: 'InputInvalid', field: 'code' } });
    expect(await staff.setPin(id, '2469')).toMatchObject({ ok: false, error: { type: 'InputInvalid', field: 'pin' } });
    expect(await staff.checkCode(id, '2469')).toMatchObject({ ok: true, value: { duress: true } });
    await staff.setDuressCode(id, null);
    expect(await staff.checkCode(id, '2469')).toMatchObject({ ok: false, error: { type: 'PinWrong' } });
  });

  it('counts among the attempts like the PIN: wrong ones lock, for both', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) expect(await staff.checkCode(id, '0000')).toMatchObject({ ok: false, error: { type: 'PinWrong' } });
    for (const typed of ['2468', '2469']) expect(await staff.checkCode(id, typed)).toMatchObject({ ok: false, error: { type: 'SignInLocked' } });
  });
});
