import { describe, expect, it } from 'vitest';
import { parseKey } from '../../../main/cli/parseKey.ts';

const plain = { ctrl: false, alt: false, shift: false };

describe('a key named on the command line', () => {
  it.each([
    ['F13', 'F13'],
    ['f24', 'F24'],
    ['Pause', 'Pause'],
    ['scrolllock', 'ScrollLock'],
    ['k', 'KeyK'],
    ['KeyK', 'KeyK'],
    ['7', 'Digit7'],
    ['numpadadd', 'NumpadAdd'],
    ['Numpad0', 'Numpad0'],
  ])('%s is spelt as the keyboard event spells it: %s', (typed, code) => {
    expect(parseKey(typed)).toEqual({ code, ...plain });
  });

  it('may have modifiers', () => {
    expect(parseKey('Ctrl+Alt+K')).toEqual({ code: 'KeyK', ctrl: true, alt: true, shift: false });
    expect(parseKey('shift + F5')).toEqual({ code: 'F5', ctrl: false, alt: false, shift: true });
  });

  it.each(['', 'F25', 'F0', 'Foo', 'Hyper+K', '+', 'Ctrl+', 'KeyKK', '12'])('is refused when no keyboard has it: "%s"', (typed) => {
    expect(parseKey(typed)).toBeNull();
  });
});
