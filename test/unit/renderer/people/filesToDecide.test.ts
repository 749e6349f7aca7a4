import { expect, test } from 'vitest';
import type { PersonLine } from '../../../../main/contract/index.ts';
import { filesToDecide } from '../../../../renderer/people/filesToDecide.ts';

const file = { status: 'approved', waiting: false, reviewOn: '2027-05-24', review: 'later', changedAt: '2026-11-24T09:00:00.000Z' } as const;
const line = (part: Partial<NonNullable<PersonLine['file']>> | null): PersonLine => ({ id: 'a', names: [], description: '', banned: false, marked: false, file: part === null ? null : { ...file, ...part } });

test('files wait for approval, and for their review once its quarter has come; what was rejected waits for nothing', () => {
  expect(filesToDecide([line({}), line(null), line({ waiting: true }), line({ review: 'this-quarter' }), line({ review: 'overdue', waiting: true }), line({ status: 'rejected', review: 'overdue' })])).toEqual({ waiting: 2, due: 2, late: 1 });
});
