import type { Log } from '../core/environment.ts';
import { projectionVersion } from '../core/event/projections.ts';
import type { Ledger } from './ledger.ts';

const secretName = 'version of the projections';

/**
 * A ledger whose projections another version of the folds made gets them anew from its events, in turns, while alarms go on. Broken off, it
 * begins again at the next start. Returns how many subjects were folded; null when there was nothing to do.
 */
export const refreshProjections = async ({ local, rebuild }: Pick<Ledger, 'local' | 'rebuild'>, log: Log): Promise<number | null> => {
  const made = local.secret(secretName);
  if (made !== undefined && new TextDecoder().decode(made) === String(projectionVersion)) return null;
  const subjects = await rebuild();
  local.keepSecret(secretName, Buffer.from(String(projectionVersion), 'utf8'));
  log.info({ subjects, version: projectionVersion }, 'the projections were made anew');
  return subjects;
};
