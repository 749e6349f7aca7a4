import { expect, test } from 'vitest';
import { reportErrors } from '../../../../renderer/incidents/reportErrors.ts';

const report = { title: 'Raised voice', occurredAt: null, place: '', involved: [], account: '', actions: '', injuries: '', damage: '', calls: [], securityStayed: 'unknown' as const, outcome: '', followUp: '' };

test('a title is enough to file', () => {
  expect(reportErrors(report)).toEqual({});
});

test('each error stands under the path of its field and says what to do', () => {
  const errors = reportErrors({ ...report, title: '  ', involved: [{ role: 'witness', description: '' }, { role: 'customer', description: 'x'.repeat(501) }] });
  expect(errors).toEqual({ title: 'Please fill this in', 'involved.1.description': 'Please keep this under 500 characters' });
});
