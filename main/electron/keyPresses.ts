import type { Binding } from '../contract/index.ts';

/** A global shortcut says that its key went down, and nothing more; the window hears it go up as well. */
export type Route = 'shortcut' | 'window';

/**
 * One press of a key may be heard more than once: as a global shortcut and in the window, and, where the system repeats a
 * held key to global shortcuts (X11), again and again. An echo must not count: a second press can raise an alarm to `emergency`.
 *
 * `unclear` is what may be the first repetition of a held key as well as a second press soon after the first: it is a press if nothing
 * more is heard for `settling` milliseconds, since repetitions follow each other faster than that.
 */
export type Verdict = 'press' | 'echo' | 'unclear';

/** Milliseconds by which the two routes differ at most, and between two repetitions. */
export const settling = 100;
/** X11 waits up to 660 ms before it repeats a held key. */
const repeatsAfter = 700;

export const repeatsShortcuts = (platform: NodeJS.Platform): boolean => platform === 'linux';

/** Judges each hearing of a key, at a time in milliseconds of a clock that never goes back. */
export const createHearing = (repeats: boolean) => {
  const lastHeard = new Map<string, number>();
  return (key: string, route: Route, at: number): Verdict => {
    const gapTo = (which: Route): number => at - (lastHeard.get(`${which} ${key}`) ?? Number.NEGATIVE_INFINITY);
    const [gap, otherGap] = [gapTo(route), gapTo(route === 'window' ? 'shortcut' : 'window')];
    lastHeard.set(`${route} ${key}`, at);
    if (otherGap <= settling) return 'echo';
    // The window says of itself which of its hearings are repetitions.
    if (route === 'window') return 'press';
    if (gap <= settling) return 'echo';
    return repeats && gap <= repeatsAfter ? 'unclear' : 'press';
  };
};

export interface KeyPresses {
  readonly shortcut: (binding: Binding) => void;
  readonly down: (binding: Binding) => void;
  readonly up: (binding: Binding) => void;
}

/** Turns what is heard of bound keys into edges, each press once. A shortcut knows no release: its key goes up at once. */
export const createKeyPresses = ({ repeats, tell }: { readonly repeats: boolean; readonly tell: (binding: Binding, pressed: boolean) => void }): KeyPresses => {
  const hear = createHearing(repeats);
  const unclearByBinding = new Map<string, NodeJS.Timeout>();
  const downInWindow = new Set<string>();

  const press = (binding: Binding): void => {
    tell(binding, true);
    tell(binding, false);
  };

  return {
    shortcut: (binding) => {
      clearTimeout(unclearByBinding.get(binding.id));
      const verdict = hear(binding.id, 'shortcut', performance.now());
      if (verdict === 'press') press(binding);
      // Of a single press a second one so soon tells nothing new, and it may be none.
      if (verdict === 'unclear' && binding.gesture.type === 'double-press') unclearByBinding.set(binding.id, setTimeout(() => press(binding), settling));
    },
    down: (binding) => {
      if (hear(binding.id, 'window', performance.now()) !== 'press') return;
      downInWindow.add(binding.id);
      tell(binding, true);
    },
    up: (binding) => {
      if (downInWindow.delete(binding.id)) tell(binding, false);
    },
  };
};
