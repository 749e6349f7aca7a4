import { expect, test } from 'vitest';
import { matchesKey } from '../../../../renderer/desk/useTriggers.ts';

const bound = { code: 'KeyH', ctrl: true, alt: true, shift: false };
const pressed = { code: 'KeyH', ctrlKey: true, altKey: true, shiftKey: false };

test('a bound key raises with exactly its modifiers', () => {
  expect(matchesKey(bound, pressed)).toBe(true);
  expect(matchesKey(bound, { ...pressed, altKey: false })).toBe(false);
  expect(matchesKey(bound, { ...pressed, shiftKey: true })).toBe(false);
  expect(matchesKey(bound, { ...pressed, code: 'KeyG' })).toBe(false);
});
