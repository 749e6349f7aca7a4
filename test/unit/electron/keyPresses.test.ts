import { describe, expect, it } from 'vitest';
import { createPressFilter, silenceOn } from '../../../main/electron/keyPresses.ts';

describe('hearings of a bound key', () => {
  it('count once when the shortcut and the window both hear one press', () => {
    const isNewPress = createPressFilter(100);
    expect([isNewPress('a', 1000), isNewPress('a', 1004)]).toEqual([true, false]);
  });

  it('count once while a held key repeats, however long it is held', () => {
    const isNewPress = createPressFilter(silenceOn('linux'));
    const hearings = [0, 660, ...Array.from({ length: 100 }, (_, index) => 700 + 40 * index)];
    expect(hearings.filter((at) => isNewPress('a', at))).toEqual([0]);
  });

  it('count again after silence', () => {
    const isNewPress = createPressFilter(100);
    expect([isNewPress('a', 0), isNewPress('a', 300)]).toEqual([true, true]);
  });

  it('of two bindings are two presses', () => {
    const isNewPress = createPressFilter(100);
    expect([isNewPress('a', 0), isNewPress('b', 10)]).toEqual([true, true]);
  });
});
