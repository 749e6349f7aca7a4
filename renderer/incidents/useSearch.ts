import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { IncidentSearchResult, IncidentSummary, Problem } from '../../main/contract/index.ts';
import { useStation } from '../shared/connection/hooks.tsx';
import { problemOf } from '../shared/connection/problems.ts';

/** So long after the last key the station is asked. Milliseconds. */
const settling = 150;
/** How often it is asked again while it still indexes. Milliseconds. */
const whileIndexing = 2000;

export interface RecordSearch {
  /** What the station found so far, the best first; empty while nothing is typed. */
  readonly hits: IncidentSearchResult['hits'];
  /** The answer to what is typed has not come yet. */
  readonly busy: boolean;
  readonly problem: Problem | null;
  /** Null when every record can be found. */
  readonly progress: { readonly indexed: number; readonly of: number } | null;
  /** Gets the next page; null when there is none. */
  readonly more: (() => void) | null;
}

/** Searches all words of all records at the station. What was found is looked up again when `incidents` change. */
export const useSearch = (query: string, incidents: readonly IncidentSummary[] | undefined): RecordSearch => {
  const client = useStation();
  const queries = useQueryClient();
  const text = useSettled(query.trimStart().slice(0, 200));
  const typed = text !== '' && query.trim() !== '';
  const search = useInfiniteQuery({
    queryKey: ['search', text],
    queryFn: ({ pageParam, signal }) => client.incident.search({ text, page: pageParam }, { signal }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => (pages.reduce((sum, { hits }) => sum + hits.length, 0) < last.total && last.hits.length > 0 ? pages.length : undefined),
    enabled: typed,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (isIndexing(state.data?.pages.at(-1)) ? whileIndexing : false),
  });

  useEffect(() => void queries.invalidateQueries({ queryKey: ['search'] }), [incidents, queries]);

  if (!typed) return { hits: [], busy: false, problem: null, progress: null, more: null };
  const pages = search.data?.pages ?? [];
  const last = pages.at(-1);
  return {
    hits: pages.flatMap(({ hits }) => hits),
    busy: search.isLoading || search.isPlaceholderData || text !== query.trimStart().slice(0, 200),
    problem: search.error === null ? null : problemOf(search.error),
    progress: last !== undefined && isIndexing(last) ? { indexed: last.indexed, of: last.of } : null,
    more: search.hasNextPage ? () => void search.fetchNextPage() : null,
  };
};

const isIndexing = (result: IncidentSearchResult | undefined): boolean => result !== undefined && result.indexed < result.of;

/** The value as soon as it has stayed the same for a moment. */
const useSettled = (value: string): string => {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), settling);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
};
