import { describe, expect, it } from 'vitest';
import type { Report, Spread } from '../../../main/contract/index.ts';
import { reportSheet } from '../../../main/document/pages/reportSheet.ts';
import { reportSections } from '../../../main/document/reportSections.ts';
import { createWording } from '../../../main/document/wording.ts';

const none: Spread = { count: 0, median: null, p90: null };
const month = '2026-11';

/** Of a month with as many calls as `now` counts, and nothing else. */
const reportOf = (now: Spread, before = none): Report => ({
  period: { from: month, to: month },
  before: { from: '2026-10', to: '2026-10' },
  records: { now: 0, before: 0 },
  calls: { real: { now: now.count, before: before.count }, drill: { now: 0, before: 0 } },
  places: [],
  categories: [],
  hours: Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0)),
  levels: [],
  ends: [],
  response: [{ kind: 'real', step: 'acknowledged', now, before }],
  months: [{ month, records: 0, calls: now.count }],
});

describe('how long help took, on paper', () => {
  const wording = createWording('en');
  const made = { site: 'Elm Library', station: 'Back office', staff: 'Priya Shah', at: '2026-12-01T10:00:00.000Z' };
  const written = (report: Report): string => JSON.stringify(reportSheet(wording, made, report, {}).content);

  it('has bars of half of the calls, beside those of the time before', () => {
    const response = reportSections(wording, reportOf({ count: 7, median: 14.2, p90: 31.7 }, { count: 5, median: 22.4, p90: 48 }), {}).at(-1);
    expect(response).toMatchObject({ id: 'response', bars: { first: 'Half within', second: 'Half within, before', rows: [[14.2, 22.4]] } });
  });

  it('tells of calls to which nobody came, and says so where there were none', () => {
    expect(written(reportOf({ count: 2, median: null, p90: null }))).toContain('somebody said “I am coming” (calls)');
    expect(written({ ...reportOf(none), records: { now: 1, before: 0 } })).not.toContain('somebody said “I am coming” (calls)');
  });
});
