import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Problem, RecordCursor, RecordPage } from '../../main/contract/index.ts';
import { useStation } from '../shared/connection/hooks.tsx';
import { problemOf } from '../shared/connection/problems.ts';
import { readersLanguage } from '../shared/locale.ts';
import { useSession } from '../shared/useSession.ts';
import type { Listing } from './listing.ts';

/** So long after the last key the station is asked. Milliseconds. */
const settling = 150;
/** How often it is asked again while the list is still being made. Milliseconds. */
const whileIndexing = 2000;

export interface RecordPaging {
  /** Undefined until the station has answered once. */
  readonly page: RecordPage | undefined;
  /** The answer to what is asked for has not come yet. */
  readonly busy: boolean;
  readonly problem: Problem | null;
  /** Counted from 0. */
  readonly number: number;
  /** Null where there is none. */
  readonly previous: (() => void) | null;
  readonly next: (() => void) | null;
}

/** One page of the list at a time. It is read again when `changed` does. */
export const useRecordPage = (listing: Listing, changed: unknown): RecordPaging => {
  const client = useStation();
  const queries = useQueryClient();
  const reader = useSession()?.staff?.id ?? '';
  const language = readersLanguage();
  const asked = useSettled(JSON.stringify(listing));
  // Where the pages before this one ended; for another way of looking at the list they mean nothing.
  const [walked, setWalked] = useState<{ readonly of: string; readonly ends: readonly RecordCursor[] }>({ of: asked, ends: [] });
  const ends = walked.of === asked ? walked.ends : [];
  const after = ends.at(-1) ?? null;

  const query = useQuery({
    queryKey: ['records', reader, asked, language, after],
    queryFn: ({ signal }) => client.records.page({ ...(JSON.parse(asked) as Listing), language, after }, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (isBehind(state.data) ? whileIndexing : false),
    retry: false,
  });
  useEffect(() => void queries.invalidateQueries({ queryKey: ['records'] }), [changed, queries]);

  const end = query.data?.next ?? null;
  const settled = !query.isPlaceholderData && asked === JSON.stringify(listing);
  return {
    page: query.data,
    busy: query.isPending || !settled,
    problem: query.error === null ? null : problemOf(query.error),
    number: ends.length,
    previous: ends.length === 0 ? null : () => setWalked({ of: asked, ends: ends.slice(0, -1) }),
    next: end === null || !settled ? null : () => setWalked({ of: asked, ends: [...ends, end] }),
  };
};

export const isBehind = (page: RecordPage | undefined): page is RecordPage => page !== undefined && page.indexed < page.of;

/** The value as soon as it has stayed the same for a moment. */
const useSettled = (value: string): string => {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), settling);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
};
