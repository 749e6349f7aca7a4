import { expect, test } from 'vitest';
import { desk } from '../../../../renderer/desk/messages.en.ts';
import { notes } from '../../../../renderer/notes/messages.en.ts';

/** Anybody may read the noticeboard over the counter (LOOK: the public face). */
const telltale = /alarm|emergency|threat|incident|police|customer/i;

const wordings = (catalogue: object): string[] => Object.values(catalogue).flatMap((entry: unknown) => (typeof entry === 'object' && entry !== null ? wordings(entry) : [String(entry)]));

test.each([
  ['the noticeboard', desk],
  ['the service notes', notes],
])('no word of %s gives away what it is for', (_, catalogue) => {
  const all = wordings(catalogue);
  expect(all.length).toBeGreaterThan(5);
  expect(all.filter((wording) => telltale.test(wording))).toEqual([]);
});
