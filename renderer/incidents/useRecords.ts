import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useStation, useWatch } from '../shared/connection/hooks.tsx';
import { useAlarms } from '../shared/useAlarms.ts';
import { useStatus } from '../shared/useStatus.ts';
import { mergeAlarms, type RecordSources } from './recordList.ts';

/** All that the list of records is made of; undefined until it is all there. Needs a sign-in. */
export const useRecords = (): RecordSources | undefined => {
  const client = useStation();
  const queries = useQueryClient();
  const live = useAlarms();
  const status = useStatus();
  const drafts = useWatch('drafts', (station, signal) => station.incident.watchDrafts(undefined, { signal }));
  const incidents = useWatch('incidents', (station, signal) => station.incident.watchList(undefined, { signal }));
  const listed = useQuery({ queryKey: ['alarms'], queryFn: ({ signal }) => client.alarm.list(undefined, { signal }) });

  // The live ones leave out what was closed some minutes ago; the list has it.
  useEffect(() => void queries.invalidateQueries({ queryKey: ['alarms'] }), [live, queries]);

  if (live === undefined || status === undefined || drafts === undefined || incidents === undefined) return undefined;
  return { alarms: mergeAlarms(live, listed.data ?? []), drafts, incidents, ownStationId: status.stationId };
};
