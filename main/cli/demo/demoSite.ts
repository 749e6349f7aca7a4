import type { Role } from '../../contract/index.ts';

/** What the demo shows: an invented library with three desks. */
export const demoSite = {
  site: 'Riverside Library',
  stations: [
    { folder: 'front-desk', station: 'Front desk', place: 'Ground floor, by the entrance' },
    { folder: 'childrens-desk', station: "Children's desk", place: 'First floor' },
    { folder: 'back-office', station: 'Back office', place: 'Ground floor, behind the returns' },
  ],
  administrator: { name: 'Alex Rivers', pin: '2468' },
  staff: { name: 'Kim Lake', role: 'desk' as Role, pin: '1357' },
} as const;

/** The station whose pedal `demo --press` pretends to be. */
export const pressedStation = demoSite.stations[0];
