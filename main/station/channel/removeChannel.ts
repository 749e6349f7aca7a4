import { failed, type Result } from '../../contract/problem.ts';
import { plansNaming } from '../../contract/plansNaming.ts';
import { actor } from '../access.ts';
import type { StationParts } from '../enrolledStation.ts';
import type { Door } from '../station.ts';

/** A channel that plans still name would leave steps that tell nobody, and no plan could be saved any more: `ChannelUnusable` says where it stands. */
export const removeChannel = (station: StationParts, id: string, door: Door): Result<void> => {
  const named = plansNaming(station.plans.document(), id);
  const by = [...named.plans.map((plan) => `the plan "${plan}"`), ...(named.faults ? ['the list of those who hear of faults'] : [])];
  if (by.length > 0) return failed('ChannelUnusable', `${id} still stands in ${by.join(' and in ')}.`, 'Take it out there first, in the settings or with `quietbell plan export FILE` and `quietbell plan import FILE`. Nothing was removed.', 'id');
  return station.waysOut.channels.remove(id, actor(station, door));
};
