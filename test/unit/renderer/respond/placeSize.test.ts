import { expect, test } from 'vitest';
import { placeSize } from '../../../../renderer/respond/placeSize.ts';

test('the usual place is large enough to read from four metres on a common terminal', () => {
  // 100 px and more on a screen that is 1366 px wide: capitals of about 20 mm.
  expect((placeSize('Ground floor, entrance') / 100) * 1366).toBeGreaterThan(100);
});

test('a longer place is never written larger than a shorter one, and one long word still fits its column', () => {
  const sizes = ['Returns', 'Ground floor, entrance', 'Second floor, study rooms beside the lifts', 'x '.repeat(40)].map(placeSize);
  expect(sizes).toEqual(sizes.toSorted((one, other) => other - one));
  const word = 'Kinderbibliotheksauskunftstheke';
  expect(placeSize(word) * 0.6 * word.length).toBeLessThanOrEqual(62.001);
});
