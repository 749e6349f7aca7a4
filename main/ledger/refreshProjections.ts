import type { Log } from '../core/environment.ts';
import { eventBodies } from '../core/event/catalogue.ts';
import { projectionVersion } from '../core/event/projections.ts';
import { upcasts } from '../core/event/upcast.ts';
import type { Ledger } from './ledger.ts';
import { textVersion, type SearchIndex } from './searchIndex.ts';

const secretName = 'version of the projections';
const textSecretName = 'version of the searched words';

/** What the states depend on beside the events: the folds, and which events this program can read. One of a newer release begins to count with the update. */
const presentVersion = [projectionVersion, upcasts.length, ...Object.keys(eventBodies).toSorted()].join(' ');

/** False after an update: then what stands in the projections is what another program made of the events. */
export const areProjectionsCurrent = ({ local }: Pick<Ledger, 'local'>): boolean => isKept(local, secretName, presentVersion);

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

/** The same for what is searched: an update that makes other words of records has each of them indexed anew, and one that only shows them otherwise does not. */
export const refreshIndex = async ({ local }: Pick<Ledger, 'local'>, index: Pick<SearchIndex, 'listAll'>): Promise<void> => {
  if (isKept(local, textSecretName, String(textVersion)) || !(await index.listAll())) return;
  local.keepSecret(textSecretName, Buffer.from(String(textVersion), 'utf8'));
};

const isKept = (local: Ledger['local'], name: string, version: string): boolean => {
  const made = local.secret(name);
  return made !== undefined && new TextDecoder().decode(made) === version;
};
