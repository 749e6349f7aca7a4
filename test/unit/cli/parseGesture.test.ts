import { describe, expect, it } from 'vitest';
import { gestureName, parseGesture } from '../../../main/cli/parseGesture.ts';

describe('a gesture as it is typed', () => {
  it.each([
    ['press', { type: 'press' }],
    ['double-press', { type: 'double-press' }],
    ['hold', { type: 'hold', seconds: 1.5 }],
    ['hold:2.5', { type: 'hold', seconds: 2.5 }],
    ['together', { type: 'together' }],
  ])('%s', (typed, gesture) => expect(parseGesture(typed)).toEqual(gesture));

  it.each(['', 'tap', 'hold:', 'hold:long', 'hold:0.1', 'hold:11', 'press:2', 'hold:1:2', 'Press'])('is not %j', (typed) => expect(parseGesture(typed)).toBeNull());

  it('is listed in the way it can be typed again', () => {
    expect(gestureName({ type: 'hold', seconds: 2.5 })).toBe('hold:2.5');
    expect(gestureName({ type: 'press' })).toBe('press');
  });
});
