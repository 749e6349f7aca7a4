import { describe, expect, it } from 'vitest';
import { acceleratorOf } from '../../../main/electron/accelerator.ts';

const key = (code: string, modifiers: Partial<Record<'ctrl' | 'alt' | 'shift', boolean>> = {}) => ({ code, ctrl: false, alt: false, shift: false, ...modifiers });

describe('a bound key as a global shortcut', () => {
  it.each([
    [key('F13'), 'F13'],
    [key('F24'), 'F24'],
    [key('F9', { ctrl: true, shift: true }), 'Control+Shift+F9'],
    [key('KeyQ', { ctrl: true, alt: true }), 'Control+Alt+Q'],
    [key('Digit7', { alt: true }), 'Alt+7'],
    [key('Numpad0', { ctrl: true }), 'Control+num0'],
    [key('ScrollLock'), 'Scrolllock'],
  ])('is named as Electron names it: %o', (trigger, accelerator) => expect(acceleratorOf(trigger)).toBe(accelerator));

  it.each([key('KeyA'), key('KeyA', { shift: true }), key('Space'), key('Numpad5'), key('Delete')])('is not taken from other programs when it types something: %o', (trigger) => expect(acceleratorOf(trigger)).toBeNull());

  it('is none where Electron has no name for it', () => expect(acceleratorOf(key('Lang1', { ctrl: true }))).toBeNull());
});
