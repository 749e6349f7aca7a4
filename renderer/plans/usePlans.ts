import { useTranslation } from 'react-i18next';
import type { PlanDocument, Status } from '../../main/contract/index.ts';
import { siteStations } from '../settings/siteStations.ts';
import { useCommand, useWatch } from '../shared/connection/hooks.tsx';
import type { Command } from '../shared/connection/hooks.tsx';
import { useChannels } from '../shared/useChannels.ts';
import type { RecipientNames } from './stepWords.ts';

/** The site's plans; undefined until the station said so. */
export const usePlans = (): PlanDocument | undefined => useWatch('plans', (client, signal) => client.plan.watch(undefined, { signal }));

export type PlanChange = (present: PlanDocument) => Partial<PlanDocument>;

/**
 * Replaces parts of the document as it stands at this moment. What is on the screen may be a moment behind, and the rest of it
 * must not undo what somebody has just saved.
 */
export const useChangePlans = (): Command<PlanChange, void> =>
  useCommand(async (client, change: PlanChange): Promise<void> => {
    const present = await client.plan.get();
    await client.plan.save({ ...present, ...change(present) });
  });

/** What everybody is called who can stand in a plan. */
export const useRecipientNames = (document: PlanDocument, status: Status): RecipientNames => {
  const { t } = useTranslation('plans');
  const channels = useChannels() ?? [];
  return {
    stations: new Map(siteStations(status).map(({ id, name }) => [id, name])),
    groups: new Map(document.groups.map(({ id, name }) => [id, t('recipient.group', { name })])),
    channels: new Map(channels.map(({ id, name }) => [id, name])),
  };
};
