import { useQuery } from '@tanstack/react-query';
import type { Channel, RecordCategory, Retention, SiteSettings } from '../../main/contract/index.ts';
import { useStation, useWatch } from '../shared/connection/hooks.tsx';
import { useBackups } from '../shared/useBackups.ts';
import { useChannels } from '../shared/useChannels.ts';
import { useStatus } from '../shared/useStatus.ts';
import { useRetention } from './useRetention.ts';

/** How this site is set up, as far as the register tells of it. */
export interface RegisterFacts {
  readonly site: string;
  /** How many desks the site has. */
  readonly desks: number;
  readonly settings: SiteSettings;
  readonly retention: Retention;
  readonly categories: readonly RecordCategory[];
  readonly channels: readonly Channel[];
  readonly backups: 'scheduled' | 'by-hand' | 'none';
}

/** Undefined until the station said all of it. */
export const useRegisterFacts = (): RegisterFacts | undefined => {
  const client = useStation();
  const { state } = useRetention();
  const settings = useQuery({ queryKey: ['site settings'], queryFn: ({ signal }) => client.site.settings(undefined, { signal }), staleTime: 0 });
  const form = useWatch('record form', (station, signal) => station.recordForm.watch(undefined, { signal }));
  const [status, channels, backups] = [useStatus(), useChannels(), useBackups()];
  if (state === undefined || settings.data === undefined || status === undefined || channels === undefined || backups === undefined || form === undefined) return undefined;
  return {
    site: status.site,
    desks: status.peers.length + 1,
    settings: settings.data,
    retention: state.settings,
    categories: form.categories,
    channels,
    backups: backups.passphraseSince === null ? 'none' : backups.schedule === null ? 'by-hand' : 'scheduled',
  };
};
