import type { Rota } from '../../contract/rota.ts';
import type { Event } from '../event/catalogue.ts';

export const emptyRota: Rota = { week: [], days: [] };

/** The week and each single day are changed by themselves, so that two people who plan at once keep both their changes. Days in their order. */
export const foldRota = (events: readonly Event[]): Rota => {
  let rota = emptyRota;
  for (const event of events) {
    if (event.kind === 'RotaWeekChanged') rota = { ...rota, week: event.body.shifts };
    if (event.kind !== 'RotaDayChanged') continue;
    const { date, shifts } = event.body;
    const others = rota.days.filter((day) => day.date !== date);
    rota = { ...rota, days: shifts === null ? others : [...others, { date, shifts }].toSorted((a, b) => (a.date < b.date ? -1 : 1)) };
  }
  return rota;
};
