import { describe, expect, test } from 'vitest';
import { recordFiltersSchema, type RecordFilters } from '../../../../main/contract/index.ts';
import { activeFilters, isShown, noFilters, orderOf, withoutFilter, withoutFilters } from '../../../../renderer/recordList/listing.ts';

const filters = (some: Partial<RecordFilters>): RecordFilters => ({ ...noFilters, ...some });

describe('what the list of records is narrowed down by', () => {
  test('is everything that is set but words, which have a field of their own', () => {
    expect(activeFilters(noFilters)).toEqual([]);
    expect(activeFilters(filters({ words: 'umbrella', time: 'filed' }))).toEqual([]);
    expect(activeFilters(filters({ place: 'Lobby', openFollowUps: true, period: 'last-month' }))).toEqual(['period', 'place', 'openFollowUps']);
    expect(activeFilters(filters({ period: 'days' }))).toEqual([]);
    expect(activeFilters(filters({ period: 'days', from: '2026-11-01' }))).toEqual(['period']);
  });

  test('is taken away one by one or all at once, and the words stay', () => {
    const some = filters({ words: 'umbrella', period: 'days', from: '2026-11-01', time: 'filed', place: 'Lobby' });
    expect(withoutFilter(some, 'period')).toEqual(filters({ words: 'umbrella', place: 'Lobby' }));
    expect(withoutFilter(some, 'place')).toEqual({ ...some, place: null });
    expect(withoutFilters(some)).toEqual(filters({ words: 'umbrella' }));
  });

  test('is a saved view where all of it is the same', () => {
    const view = { id: 'view', name: 'Lobby', shared: false, mayChange: true, savedAt: '', filters: recordFiltersSchema.parse({ place: 'Lobby' }), order: 'happened' as const };
    expect(isShown(view, { filters: filters({ place: 'Lobby' }), order: 'happened' })).toBe(true);
    expect(isShown(view, { filters: filters({ place: 'Lobby' }), order: 'filed' })).toBe(false);
    expect(isShown(view, { filters: filters({ place: 'Lobby', review: 'open' }), order: 'happened' })).toBe(false);
  });
});

describe('the order of the list', () => {
  test('has the best first as long as there are words, unless another one was chosen', () => {
    expect([orderOf(null, ''), orderOf(null, 'umb'), orderOf('title', 'umb'), orderOf('best', ' ')]).toEqual(['filed', 'best', 'title', 'filed']);
  });
});
