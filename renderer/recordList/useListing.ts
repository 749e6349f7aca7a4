import { useEffect, useState } from 'react';
import type { RecordFilters, RecordOrder } from '../../main/contract/index.ts';
import { activeFilters, noFilters, orderOf, type Listing } from './listing.ts';

const byPerson = 'with/';

interface ListingState {
  readonly listing: Listing;
  readonly change: (listing: Listing) => void;
  readonly type: (words: string) => void;
  readonly clear: () => void;
  /** Something else than words narrows the list down. */
  readonly narrowed: boolean;
}

/** How the list is looked at in this window, until the page is left. The address `with/PERSON` asks for the records of somebody on file. */
export const useListing = (selectedKey: string, select: (key: string, how?: { readonly replace: boolean }) => void): ListingState => {
  const [filters, setFilters] = useState<RecordFilters>(noFilters);
  // Null: whatever fits what is typed.
  const [chosen, setChosen] = useState<RecordOrder | null>(null);
  const order = orderOf(chosen, filters.words);
  const asked = selectedKey.startsWith(byPerson) ? selectedKey.slice(byPerson.length) : null;
  useEffect(() => {
    if (asked === null) return;
    setFilters({ ...noFilters, person: asked });
    select('', { replace: true });
  }, [asked, select]);

  return {
    listing: { filters, order },
    change: (listing) => {
      setFilters(listing.filters);
      if (listing.order !== order) setChosen(listing.order);
    },
    type: (words) => setFilters({ ...filters, words: words.slice(0, 200) }),
    clear: () => {
      setFilters(noFilters);
      setChosen(null);
    },
    narrowed: activeFilters(filters).length > 0,
  };
};
