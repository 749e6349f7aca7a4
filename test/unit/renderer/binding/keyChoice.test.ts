import { describe, expect, test } from 'vitest';
import { chooseKey } from '../../../../renderer/binding/keyChoice.ts';

const press = (code: string, change: { ctrlKey?: boolean; altKey?: boolean; shiftKey?: boolean } = {}) => chooseKey({ code, ctrlKey: false, altKey: false, shiftKey: false, ...change });

describe('choosing a key', () => {
  test.each(['F9', 'F13', 'F24', 'Pause', 'ScrollLock', 'NumpadAdd', 'MediaPlayPause'])('%s may be bound alone', (code) => {
    expect(press(code)).toEqual({ type: 'chosen', key: { code, ctrl: false, alt: false, shift: false } });
  });

  test('letters and digits may be bound with Ctrl or Alt', () => {
    expect(press('KeyH', { ctrlKey: true, altKey: true })).toEqual({ type: 'chosen', key: { code: 'KeyH', ctrl: true, alt: true, shift: false } });
    expect(press('Digit7', { altKey: true }).type).toBe('chosen');
  });

  test.each(['KeyH', 'Digit7', 'F5', 'F11', 'Backspace', 'Comma'])('%s alone is needed otherwise', (code) => {
    expect(press(code)).toEqual({ type: 'taken' });
  });

  test.each(['Tab', 'Enter', 'NumpadEnter', 'Space', 'Escape', 'ArrowDown', 'ControlLeft'])('%s still moves about the page', (code) => {
    expect(press(code)).toEqual({ type: 'waiting' });
  });

  test('Shift does not make a letter free', () => {
    expect(press('KeyH', { shiftKey: true })).toEqual({ type: 'taken' });
  });
});
