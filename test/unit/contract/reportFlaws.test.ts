import { describe, expect, it } from 'vitest';
import { incidentReportSchema } from '../../../main/contract/incident.ts';
import { recordFormSchema } from '../../../main/contract/recordForm.ts';
import { flawsOfReport } from '../../../main/contract/reportFlaws.ts';
import { completeReport } from '../../../main/core/incident/completeReport.ts';

const form = recordFormSchema.parse({
  categories: [{ id: 'theft', name: 'Theft' }, { id: 'old', name: 'Of before', retired: true }],
  rules: [{ id: 'quiet', text: 'Let others read' }],
  fields: [
    { id: 'card', label: 'Card', required: true, categories: ['theft'] },
    { id: 'waited', label: 'Minutes', kind: 'number' },
    { id: 'seen', label: 'Seen on', kind: 'date' },
    { id: 'police', label: 'Police', kind: 'yes-no' },
    { id: 'charge', label: 'Charge', kind: 'choice', choices: ['Pressed', 'Not pressed'] },
  ],
});
const reportOf = (report: object) => incidentReportSchema.parse({ title: 'Raised voice', ...report });
const flaws = (report: object) => flawsOfReport(reportOf(report), form).map(({ kind, path }) => [kind, path]);

describe('a report against the form of the site', () => {
  it('needs a title and no more, unless the site requires something of its category', () => {
    expect(flaws({})).toEqual([]);
    expect(flaws({ category: { id: 'theft' } })).toEqual([['missing', 'fields.card']]);
    expect(flaws({ category: { id: 'theft' }, fields: [{ id: 'card', value: '1234' }] })).toEqual([]);
  });

  it.each([
    ['waited', 'long', 'no-number'],
    ['seen', '31.12.2026', 'no-date'],
    ['police', 'maybe', 'no-yes-or-no'],
    ['charge', 'Dropped', 'no-choice'],
  ])('has to have in %s what fits: %s does not', (id, value, kind) => expect(flaws({ fields: [{ id, value }] })).toEqual([[kind, `fields.${id}`]]));

  it.each([['waited', '12'], ['waited', '-1,5'], ['seen', '2026-12-31'], ['police', 'no'], ['charge', 'Pressed'], ['waited', ' ']])('takes in %s: %s', (id, value) => expect(flaws({ fields: [{ id, value }] })).toEqual([]));

  it('may be of a category that was retired while it was written, and of none that never was', () => {
    expect(flaws({ category: { id: 'old' } })).toEqual([]);
    expect(flaws({ category: { id: 'nothing' }, rules: [{ id: 'nothing' }], fields: [{ id: 'nothing', value: 'x' }] })).toEqual([['unknown', 'category'], ['unknown', 'rules.0'], ['unknown', 'fields.nothing']]);
  });

  it('is filed with the words of the day, and without lines that nobody wrote anything into', () => {
    const report = reportOf({ category: { id: 'theft', name: 'typed wrongly' }, rules: [{ id: 'quiet' }], fields: [{ id: 'waited', value: '12' }, { id: 'police', value: '' }], followUps: [{ what: ' ' }, { what: 'Ring', owner: { staff: '00000000-0000-7000-8000-000000000901' } }] });
    expect(completeReport(report, form, () => 'Ines Vogel')).toMatchObject({
      category: { id: 'theft', name: 'Theft' },
      rules: [{ id: 'quiet', text: 'Let others read' }],
      fields: [{ id: 'waited', label: 'Minutes', kind: 'number', value: '12' }],
      followUps: [{ what: 'Ring', owner: { name: 'Ines Vogel' } }],
    });
  });
});
