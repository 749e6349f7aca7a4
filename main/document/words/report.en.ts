/** What reports on paper are made of, in English. */
export const reportEnglish = {
  title: 'Reports',
  explanation: 'Counts by where, when and how, never by who. Drills and tests, and records of them, are left out of everything but their own line.',
  span: (from: string, to: string) => `${from} to ${to}`,
  compared: (before: string) => `compared with ${before}`,
  empty: 'Nothing was recorded in these months, nor in those before.',
  fewHint: (count: number) => `Figures with an asterisk rest on fewer than ${count} records or calls: one more or less changes them a lot.`,
  now: 'In these months',
  before: 'Before',
  change: 'Change',
  none: 'None',
  unknownPlace: 'Not said',
  unknownCategory: 'No category',
  overview: { title: 'In short', what: 'What', records: 'Records', calls: 'Calls for help', drills: 'Drills' },
  monthly: { title: 'Month by month', month: 'Month', records: 'Records', recordsChange: 'Against the month before', calls: 'Calls', callsChange: 'Against the month before' },
  places: { title: 'By place', what: 'Place' },
  categories: { title: 'By category', what: 'Category' },
  hours: { title: 'By hour and weekday', weekday: 'Weekday', hint: 'When records happened. The darker, the more.' },
  ends: { title: 'How calls ended', what: 'End', values: { resolved: 'Resolved', 'false-alarm': 'False alarm', drill: 'Drill', open: 'Still open' } },
  levels: { title: 'How grave calls were', what: 'Level', values: { assist: 'Come and help', emergency: 'In danger' } },
  response: {
    title: 'How long it took',
    what: 'From the press until',
    count: 'Calls',
    median: 'Half within',
    p90: '9 of 10 within',
    medianBefore: 'Half within, before',
    p90Before: '9 of 10 within, before',
    kinds: { real: 'calls', drill: 'drills' },
    steps: {
      acknowledged: (kind: string) => `somebody said “I am coming” (${kind})`,
      arrived: (kind: string) => `somebody was there (${kind})`,
    },
    seconds: (seconds: string) => `${seconds} s`,
    minutes: (minutes: string, seconds: string) => `${minutes} min ${seconds} s`,
  },
};

/** A catalogue in another language has an answer to each of these. */
export type ReportWords = typeof reportEnglish;
