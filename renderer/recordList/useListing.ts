import { useEffect, useEffectEvent, useState } from 'react';
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

/**
 * How the list is looked at in this window, until the page is left. The address `with/PERSON` asks for the records of somebody on file; the link
 * that led there is gone then, so `goThere` takes whoever works by keyboard to the list.
 */
export const useListing = (selectedKey: string, select: (key: string, how?: { readonly replace: boolean }) => void, goThere: () => void): ListingState => {
  const [filters, setFilters] = useState<RecordFilters>(noFilters);
  // Null: whatever fits what is typed.
  const [chosen, setChosen] = useState<RecordOrder | null>(null);
  const order = orderOf(chosen, filters.words);
  const asked = selectedKey.startsWith(byPerson) ? selectedKey.slice(byPerson.length) : null;
  const arrive = useEffectEvent(goThere);
  useEffect(() => {
    if (asked === null) return;
    setFilters({ ...noFilters, person: asked });
    select('', { replace: true });
    arrive();
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
