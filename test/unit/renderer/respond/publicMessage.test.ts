import { expect, test } from 'vitest';
import { respond } from '../../../../renderer/respond/messages.en.ts';

test('no word of the slim message gives away what it is for', () => {
  const wordings = Object.values(respond.message).flatMap((wording) => (typeof wording === 'string' ? [wording] : Object.values(wording)));
  expect(wordings.length).toBeGreaterThan(5);
  expect(wordings.filter((wording) => /alarm|emergency|threat|incident|police|customer|danger|help/i.test(wording))).toEqual([]);
});
