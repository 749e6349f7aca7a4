import { afterEach, describe, expect, it } from 'vitest';
import { makeTestStation, openTestLedger, type TestLedger } from '../../support/ledger/testLedger.ts';

describe('the roster', () => {
  let open: TestLedger | undefined;
  afterEach(() => open?.close());

  it('is kept in memory until somebody is added', () => {
    open = openTestLedger(makeTestStation('Desk 1'), []);
    const { roster } = open.ledger.local;
    const before = roster.list();
    expect(roster.list()).toBe(before);
    const office = makeTestStation('Back office').station;
    roster.add(office);
    expect(roster.list()).toContainEqual(expect.objectContaining({ id: office.id }));
    roster.add({ ...office, place: 'First floor' });
    expect(roster.list()).toContainEqual(expect.objectContaining({ id: office.id, place: 'First floor' }));
  });

  it('is known while the database cannot be read', () => {
    open = openTestLedger(makeTestStation('Desk 1'), []);
    const { roster } = open.ledger.local;
    const before = roster.list();
    open.database.close();
    expect(roster.list()).toEqual(before);
  });
});
