import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Binding, Gesture } from '../../../main/contract/index.ts';
import { createHearing, createKeyPresses, repeatsShortcuts, settling, type KeyPresses } from '../../../main/electron/keyPresses.ts';

const key = { code: 'F13', ctrl: false, alt: false, shift: false };
const bindingOf = (gesture: Gesture['type']): Binding => ({
  id: '00000000-0000-7000-8000-000000000001',
  trigger: { type: 'key', key },
  gesture: gesture === 'double-press' ? { type: 'double-press' } : { type: 'press' },
  purpose: 'assist',
});

describe('hearings of a bound key', () => {
  const linux = (): ReturnType<typeof createHearing> => createHearing(repeatsShortcuts('linux'));

  it('count once when the shortcut and the window both hear one press', () => {
    const hear = linux();
    expect([hear('a', 'shortcut', 1000), hear('a', 'window', 1004)]).toEqual(['press', 'echo']);
    expect([hear('b', 'window', 1000), hear('b', 'shortcut', 1004)]).toEqual(['press', 'echo']);
  });

  it('count once while a held key repeats, however long it is held', () => {
    const hear = linux();
    const hearings = [0, 660, ...Array.from({ length: 100 }, (_, index) => 700 + 40 * index)].map((at) => hear('a', 'shortcut', at));
    expect(hearings.filter((verdict) => verdict === 'press')).toHaveLength(1);
    // The one that could be a second press is followed at once by the next repetition.
    expect(hearings.slice(0, 3)).toEqual(['press', 'unclear', 'echo']);
  });

  it('count again after silence', () => {
    const hear = createHearing(repeatsShortcuts('win32'));
    expect([hear('a', 'shortcut', 0), hear('a', 'shortcut', 300)]).toEqual(['press', 'press']);
    const other = linux();
    expect([other('a', 'shortcut', 0), other('a', 'shortcut', 800)]).toEqual(['press', 'press']);
  });

  it('in the window count each, however fast they follow each other', () => {
    const hear = linux();
    expect([hear('a', 'window', 0), hear('a', 'window', 90)]).toEqual(['press', 'press']);
  });

  it('of two bindings are two presses', () => {
    const hear = linux();
    expect([hear('a', 'shortcut', 0), hear('b', 'shortcut', 10)]).toEqual(['press', 'press']);
  });
});

describe('the edges that are told of a bound key', () => {
  let told: boolean[];
  let presses: KeyPresses;

  beforeEach(() => {
    vi.useFakeTimers();
    told = [];
    presses = createKeyPresses({ repeats: true, tell: (_, pressed) => told.push(pressed) });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('of a shortcut go up at once, for nobody hears its release', () => {
    presses.shortcut(bindingOf('press'));
    expect(told).toEqual([true, false]);
  });

  it('of the window go up when the key does', () => {
    presses.down(bindingOf('press'));
    vi.advanceTimersByTime(3000);
    expect(told).toEqual([true]);
    presses.up(bindingOf('press'));
    presses.up(bindingOf('press'));
    expect(told).toEqual([true, false]);
  });

  it('make a double press of two shortcuts that follow each other as fast as a held key repeats, when no repetition follows', () => {
    const binding = bindingOf('double-press');
    presses.shortcut(binding);
    vi.advanceTimersByTime(300);
    presses.shortcut(binding);
    expect(told).toEqual([true, false]);
    vi.advanceTimersByTime(settling);
    expect(told).toEqual([true, false, true, false]);
  });

  it('make no double press of a held key', () => {
    const binding = bindingOf('double-press');
    presses.shortcut(binding);
    vi.advanceTimersByTime(660);
    for (let repeats = 0; repeats < 50; repeats += 1) {
      presses.shortcut(binding);
      vi.advanceTimersByTime(40);
    }
    vi.advanceTimersByTime(1000);
    expect(told).toEqual([true, false]);
  });
});
