import { expect, test } from 'vitest';
import { mayLeadOn } from '../../../../renderer/shared/usePageLocation.ts';

test('an answer that comes after the noticeboard was blanked opens no private page over it', () => {
  expect(mayLeadOn('/people', '/', '/people/draft/1')).toBe(false);
  expect(mayLeadOn('/records/draft/1', '/', '/records/incident/1')).toBe(false);
  expect(mayLeadOn('/people/draft/1', '/settings', '/people/file/1')).toBe(false);
});

test('whoever is still on the page is led on, and everything leads back to the noticeboard', () => {
  expect(mayLeadOn('/people/draft/1', '/people/draft/1', '/people/file/1')).toBe(true);
  expect(mayLeadOn('/people/draft/1', '/people', '/records/incident/1')).toBe(true);
  expect(mayLeadOn('/', '/', '/people')).toBe(true);
  expect(mayLeadOn('/people/draft/1', '/settings', '/')).toBe(true);
  expect(mayLeadOn('/people/draft/1', '/', '/')).toBe(true);
});
