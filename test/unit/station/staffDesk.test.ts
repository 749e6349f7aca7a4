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
