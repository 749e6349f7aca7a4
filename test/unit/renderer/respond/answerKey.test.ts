import { describe, expect, test } from 'vitest';
import { isAnswer, restBeforeAnswer, type KeyStroke } from '../../../../renderer/respond/answerKey.ts';

const stroke = (difference: Partial<KeyStroke> = {}): KeyStroke => ({ key: 'Enter', repeat: false, modified: false, taken: false, rest: Number.POSITIVE_INFINITY, ...difference });

describe('the answer key', () => {
  test('is Space or Enter on the private face, and Enter alone in public view, where Space scrolls', () => {
    expect(isAnswer(stroke(), ['Enter'])).toBe(true);
    expect(isAnswer(stroke({ key: ' ' }), ['Space', 'Enter'])).toBe(true);
    expect(isAnswer(stroke({ key: ' ' }), ['Enter'])).toBe(false);
    expect(isAnswer(stroke({ key: 'a' }), ['Space', 'Enter'])).toBe(false);
  });

  test('promises nothing for somebody who was typing when the call came in', () => {
    expect(isAnswer(stroke({ key: ' ', rest: restBeforeAnswer - 1 }), ['Space', 'Enter'])).toBe(false);
    expect(isAnswer(stroke({ key: ' ', rest: restBeforeAnswer }), ['Space', 'Enter'])).toBe(true);
  });

  test.each([
    ['a key that is held down', { repeat: true }],
    ['a key with Ctrl, Alt or Meta', { modified: true }],
    ['a key that a field or a button has for itself', { taken: true }],
  ])('does not answer to %s', (_, difference) => {
    expect(isAnswer(stroke(difference), ['Space', 'Enter'])).toBe(false);
  });
});
