import type { Report } from './report.ts';

/**
 * Ademco Contact ID (SIA DC-05) as DC-09 carries it: `#account|QXYZ GG CCC`. Q is 1 for new and 3 for restore, XYZ the event, GG the
 * partition (00: Quietbell has none), CCC the zone, which names the station. A cancel names the zone too, where others put a user: it says
 * which desk is meant.
 */
export const contactIdData = ({ what, qualifier }: Report, account: string, zone: number): string =>
  `#${account}|${qualifier === 'new' ? 1 : 3}${events[what]} 00 ${String(zone).padStart(3, '0')}`;

const events: Readonly<Record<Report['what'], number>> = {
  duress: 121,
  'hold-up': 122, // silent
  panic: 120,
  cancel: 406,
  'hold-up-trouble': 376,
  'communication-trouble': 350,
  'system-trouble': 300,
  test: 601, // manual trigger test report
};
