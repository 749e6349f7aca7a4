import type { Report } from './report.ts';

/** SIA format (SIA DC-03) as DC-09 carries it: `#account|N`, two letters for the event, three digits for the zone, which names the station. */
export const siaData = ({ what, qualifier }: Report, account: string, zone: number): string => `#${account}|N${events[what][qualifier]}${String(zone).padStart(3, '0')}`;

const events: Readonly<Record<Report['what'], Readonly<Record<Report['qualifier'], string>>>> = {
  // SIA has one code for a hold-up and for duress; the text says which it is.
  duress: { new: 'HA', restore: 'HH' },
  'hold-up': { new: 'HA', restore: 'HH' },
  panic: { new: 'PA', restore: 'PH' },
  cancel: { new: 'OC', restore: 'OC' },
  'hold-up-trouble': { new: 'HT', restore: 'HJ' },
  'communication-trouble': { new: 'YC', restore: 'YK' },
  'system-trouble': { new: 'YX', restore: 'YZ' },
  test: { new: 'RX', restore: 'RX' },
};
