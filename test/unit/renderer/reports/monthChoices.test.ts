import { expect, test } from 'vitest';
import { monthChoices } from '../../../../renderer/reports/monthChoices.ts';

test('reports can be asked for of two years, the present month first', () => {
  const months = monthChoices(new Date(2026, 0, 31));
  expect([months[0], months[1], months.length]).toEqual(['2026-01', '2025-12', 24]);
});
