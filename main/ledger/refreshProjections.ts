import type { Log } from '../core/environment.ts';
import { eventBodies } from '../core/event/catalogue.ts';
import { projectionVersion } from '../core/event/projections.ts';
import { upcasts } from '../core/event/upcast.ts';
import type { Ledger } from './ledger.ts';

const secretName = 'version of the projections';

/** What the states depend on beside the events: the folds, and which events this program can read. One of a newer release begins to count with the update. */
const presentVersion = [projectionVersion, upcasts.length, ...Object.keys(eventBodies).toSorted()].join(' ');

/** False after an update: then what stands in the projections is what another program made of the events. */
export const areProjectionsCurrent = ({ local }: Pick<Ledger, 'local'>): boolean => {
  const made = local.secret(secretName);
  return made !== undefined && new TextDecoder().decode(made) === presentVersion;
};

/**
 * A ledger whose projections another version of the folds made gets them anew from its events, in turns, while alarms go on. Broken off, it
 * begins again at the next start. Returns how many subjects were folded; null when there was nothing to do.
 */
export const refreshProjections = async (ledger: Pick<Ledger, 'local' | 'rebuild'>, log: Log): Promise<number | null> => {
  if (areProjectionsCurrent(ledger)) return null;
  const subjects = await ledger.rebuild();
  ledger.local.keepSecret(secretName, Buffer.from(presentVersion, 'utf8'));
  log.info({ subjects, version: projectionVersion }, 'the projections were made anew');
  return subjects;
};
