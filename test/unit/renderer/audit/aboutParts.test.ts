import { expect, test } from 'vitest';
import { aboutParts } from '../../../../renderer/audit/aboutParts.ts';

test('what an entry of the audit list is about is more than a number or a word of the program', () => {
  expect(aboutParts({ action: 'records-exported', about: 'pdf 3' })).toEqual({ what: 'records', format: 'PDF', count: 3 });
  expect(aboutParts({ action: 'report-made', about: 'csv 2026-10 – 2026-12' })).toEqual({ what: 'report', format: 'CSV', months: '2026-10 – 2026-12' });
  expect(aboutParts({ action: 'rota-changed', about: '2026-12-24' })).toEqual({ what: 'day', day: '2026-12-24' });
  expect(aboutParts({ action: 'procedure-published', about: 'get-help 3' })).toEqual({ what: 'version', name: 'get-help', version: '3' });
  expect(aboutParts({ action: 'record-erased', about: 'incident' })).toEqual({ what: 'kind', kind: 'incident' });
});

test('names stay as they are, also those that look like something else', () => {
  for (const [action, about] of [['person-added', 'Pdf 3'], ['records-exported', ''], ['record-erased', 'something newer'], ['rota-changed', '']] as const) expect(aboutParts({ action, about })).toEqual({ what: 'name', name: about });
});
