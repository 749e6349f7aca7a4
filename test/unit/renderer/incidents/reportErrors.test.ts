import { expect, test } from 'vitest';
import { incidentReportSchema, involvedSchema } from '../../../../main/contract/index.ts';
import { reportErrors } from '../../../../renderer/incidents/reportErrors.ts';

const report = incidentReportSchema.parse({ title: 'Raised voice' });
const somebody = (role: 'witness' | 'customer', description: string) => ({ ...involvedSchema.parse({ role, description: '' }), description });

test('a title is enough to file', () => {
  expect(reportErrors(report)).toEqual({});
});

test('each error stands under the path of its field and says what to do', () => {
  const errors = reportErrors({ ...report, title: '  ', involved: [somebody('witness', ''), somebody('customer', 'x'.repeat(501))] });
  expect(errors).toEqual({ title: 'Please fill this in', 'involved.1.description': 'Please keep this under 500 characters' });
});
