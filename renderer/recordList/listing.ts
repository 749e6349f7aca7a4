import { recordFiltersSchema } from '../../main/contract/index.ts';
import type { RecordFilters, RecordOrder, ShownView } from '../../main/contract/index.ts';

/** How the list of records is looked at. */
export interface Listing {
  readonly filters: RecordFilters;
  readonly order: RecordOrder;
}

export const noFilters: RecordFilters = recordFiltersSchema.parse({});
export const plainListing: Listing = { filters: noFilters, order: 'filed' };

/** Each thing that narrows the list down besides words, which stand in the search field. */
export type FilterName = 'period' | 'place' | 'station' | 'staff' | 'category' | 'review' | 'openFollowUps' | 'person';
const names: readonly FilterName[] = ['period', 'place', 'station', 'staff', 'category', 'review', 'openFollowUps', 'person'];

const isActive = (filters: RecordFilters, name: FilterName): boolean =>
  name === 'period' ? filters.period !== 'any' && (filters.period !== 'days' || filters.from !== null || filters.to !== null) : filters[name] !== noFilters[name];

export const activeFilters = (filters: RecordFilters): readonly FilterName[] => names.filter((name) => isActive(filters, name));

export const withoutFilter = (filters: RecordFilters, name: FilterName): RecordFilters =>
  name === 'period' ? { ...filters, period: 'any', from: null, to: null, time: noFilters.time } : { ...filters, [name]: noFilters[name] };

/** Words stay: they are taken out of their own field. */
export const withoutFilters = (filters: RecordFilters): RecordFilters => ({ ...noFilters, words: filters.words });

/** The order that is asked for: the best comes first as long as there are words, unless another order was chosen. */
export const orderOf = (order: RecordOrder | null, words: string): RecordOrder => {
  const best = words.trim() !== '';
  if (order === null || (order === 'best' && !best)) return best ? 'best' : 'filed';
  return order;
};

/** Whether a view is what is looked at, whatever the order in which it was put together. */
export const isShown = ({ filters, order }: ShownView, listing: Listing): boolean => order === listing.order && (Object.keys(noFilters) as (keyof RecordFilters)[]).every((name) => filters[name] === listing.filters[name]);
