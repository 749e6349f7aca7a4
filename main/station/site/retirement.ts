import type { StaffReference } from '../../contract/alarm.ts';
import { done, failed, type Result } from '../../contract/problem.ts';
import type { Stop } from '../../core/environment.ts';
import { guard } from '../../core/guard.ts';
import { createListeners } from '../../core/listeners.ts';
import { subjectId, subjectOf } from '../../core/event/subject.ts';
import { holdsRetirement, signRetirement } from '../../lan/retirement.ts';
import { fromHex, toHex } from '../../platform/primitives.ts';
import type { Authority } from './authority.ts';
import { byWhom, fileOf, type StationContext } from '../context.ts';

/** Stations that no longer belong to the site: lost, stolen, thrown away. What they wrote stays; they are never talked to again. */
export interface Retirements {
  readonly isRetired: (station: string) => boolean;
  /** Tells the LAN whom to shut out, from now on and at once. */
  readonly onRetired: (listener: (station: string) => void) => Stop;
  /** `AuthorityElsewhere`; `StationUnknown`; `InputInvalid` for the station that holds the authority itself. */
  readonly retire: (station: string, staff: StaffReference | null) => Result<void>;
  readonly stop: Stop;
}

export const createRetirements = (context: StationContext, authority: Pick<Authority, 'key' | 'elsewhere'>): Retirements => {
  const { ledger, identity, clock, log } = context;
  const retired = new Set<string>();
  const told = createListeners<string>(log);

  const learn = (station: string, at: number, signature: string): void => {
    if (retired.has(station)) return;
    if (!holdsRetirement(identity.authorityCertificate, { station, at, signature: fromHex(signature) })) return log.warn({ station }, 'a station is said to be retired, but the authority did not sign that');
    retired.add(station);
    log.info({ station }, 'a station was retired');
    told.tell(station);
  };

  const stop = ledger.onEvents((events) => {
    for (const event of events) if (event.kind === 'StationRetired') learn(subjectId(event.subject), event.body.at, event.body.signature);
  });
  guard(log, 'which stations were retired cannot be read', () => {
    for (const { id, retirements } of ledger.states('station')) for (const { at, signature } of retirements) learn(id, at, signature);
  });

  return {
    isRetired: (station) => retired.has(station),
    onRetired: told.add,
    retire: (station, staff) => {
      const key = authority.key();
      if (key === null) return authority.elsewhere();
      const known = ledger.local.roster.list().find(({ id, name }) => id === station || fileOf(ledger, { id, name, place: '' }).name.toLowerCase() === station.toLowerCase());
      if (known === undefined) return failed('StationUnknown', `This site has no station ${station}.`, 'quietbell status lists the stations.', 'station');
      if (known.id === identity.station.id) return failed('InputInvalid', 'The station that holds the authority cannot retire itself.', 'Give the authority to another station first.', 'station');
      if (retired.has(known.id)) return done(undefined);
      const { at, signature } = signRetirement({ key }, known.id, clock.now());
      const appended = ledger.append([{ kind: 'StationRetired', subject: subjectOf('station', known.id), body: { at, signature: toHex(signature), ...byWhom(context, staff) } }]);
      return appended.ok ? done(undefined) : appended;
    },
    stop,
  };
};
