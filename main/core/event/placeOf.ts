import type { Event } from './catalogue.ts';

/** By what other events name one: `<origin>/<number>`. */
export const placeOf = ({ origin, seq }: Pick<Event, 'origin' | 'seq'>): string => `${origin}/${seq}`;
