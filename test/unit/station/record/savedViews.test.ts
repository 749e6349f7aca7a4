import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordFiltersSchema, type SavedView } from '../../../../main/contract/index.ts';
import { createChanges } from '../../../../main/station/changes.ts';
import { createSavedViews, type SavedViews, type ViewCaller } from '../../../../main/station/record/savedViews.ts';
import { heldClock, makeTestStation, openTestLedger, silentLog, type TestLedger } from '../../../support/ledger/testLedger.ts';

const desk = makeTestStation('Desk 1');
const office = makeTestStation('Back office');
const id = (n: number): string => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const ada: ViewCaller = { staff: { id: id(1), name: 'Ada' }, mayShare: false };
const ben: ViewCaller = { staff: { id: id(2), name: 'Ben' }, mayShare: true };
const view = (n: number, more: Partial<SavedView> = {}): SavedView => ({ id: id(n), name: `View ${n}`, shared: false, filters: recordFiltersSchema.parse({ place: 'Lobby' }), order: 'happened', ...more });

describe('saved views of the list of records', () => {
  const opened: TestLedger[] = [];
  let here: TestLedger;
  let there: TestLedger;
  let views: SavedViews;
  let elsewhere: SavedViews;

  const viewsOf = ({ ledger }: TestLedger, { station, signingKey } = desk): SavedViews => {
    const identity = { station, signingKey, tlsKey: new Uint8Array(), authorityCertificate: new Uint8Array(), siteKey: new Uint8Array(32), authorityKey: null };
    return createSavedViews({ ledger, identity, clock: heldClock(), ids: { next: () => id(0) }, log: silentLog, changes: createChanges(silentLog), procedures: [] });
  };
  const names = (of: SavedViews, caller: ViewCaller): readonly string[] => of.list(caller).map(({ name }) => name);

  beforeEach(() => {
    here = openTestLedger(desk, [office]);
    there = openTestLedger(office, [desk]);
    opened.push(here, there);
    [views, elsewhere] = [viewsOf(here), viewsOf(there, office)];
  });
  afterEach(() => {
    for (const { close } of opened.splice(0)) close();
  });

  it('are shown to whoever saved them and to nobody else, at every desk', () => {
    expect(views.save(view(10), ada).ok).toBe(true);
    expect(there.ledger.accept(here.ledger.read(desk.station.id, 0, 1e6)).ok).toBe(true);
    expect(elsewhere.list(ada)).toMatchObject([{ name: 'View 10', mayChange: true, order: 'happened', filters: { place: 'Lobby', words: '' } }]);
    expect(elsewhere.list(ben)).toEqual([]);
  });

  it('are shared by those who may, and changed by those alone', () => {
    expect(views.save(view(10, { shared: true }), ada)).toMatchObject({ ok: false, error: { type: 'RoleInsufficient' } });
    expect(views.save(view(10, { shared: true }), ben).ok).toBe(true);
    expect(views.list(ada)).toMatchObject([{ shared: true, mayChange: false }]);
    expect(views.save(view(10, { name: 'Mine now' }), ada)).toMatchObject({ ok: false, error: { type: 'ViewUnknown' } });
    expect(views.drop(id(10), ada)).toMatchObject({ ok: false, error: { type: 'RoleInsufficient' } });
  });

  it('name nobody where everybody sees them', () => {
    const filters = recordFiltersSchema.parse({ person: id(77) });
    expect(views.save(view(10, { shared: true, filters }), ben)).toMatchObject({ ok: false, error: { field: 'filters.person' } });
    expect(views.save(view(10, { filters }), ben).ok).toBe(true);
  });

  it('are changed under the same id, and gone when they were removed', () => {
    views.save(view(10), ada);
    views.save(view(10, { name: 'Lobby, newest first' }), ada);
    expect(names(views, ada)).toEqual(['Lobby, newest first']);
    expect(views.drop(id(10), ben)).toMatchObject({ ok: false, error: { type: 'ViewUnknown' } });
    expect(views.drop(id(10), ada).ok).toBe(true);
    expect([names(views, ada), views.drop(id(10), ada).ok]).toEqual([[], false]);
  });
});
