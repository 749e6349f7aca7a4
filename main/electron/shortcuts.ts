import type { GlobalShortcut, Input, WebContents } from 'electron';
import type { Binding, KeyTrigger } from '../contract/index.ts';
import type { Log } from '../core/environment.ts';
import { acceleratorOf } from './accelerator.ts';
import type { KeyPresses } from './keyPresses.ts';

export interface ShortcutsDependencies {
  readonly globalShortcut: Pick<GlobalShortcut, 'register' | 'unregisterAll'>;
  readonly keyPresses: KeyPresses;
  readonly log: Log;
}

export interface Shortcuts {
  /** Which bindings to hear; replaces the former set. Only those on keys count. */
  readonly watch: (bindings: readonly Binding[]) => void;
  /**
   * Hears the keys in the window as well: a global shortcut may be refused (F12 on Windows) or silently never fire
   * (Wayland). The page does not see them, so that it does not press a second time; a page that hangs loses none.
   */
  readonly hearIn: (contents: Pick<WebContents, 'on'>) => void;
  /** While somebody chooses a key in the window, the page gets every key and none raises an alarm; for a minute at most. */
  readonly pause: (paused: boolean) => void;
}

/** Milliseconds: a page that asked for a pause and then hangs must not leave the keys dead. */
const longestPause = 60_000;

interface BoundKey {
  readonly key: KeyTrigger;
  /** One key may have several gestures. */
  readonly bindings: readonly Binding[];
}

/** Hears the keys that are bound to something, whichever program is in front. */
export const createShortcuts = ({ globalShortcut, keyPresses, log }: ShortcutsDependencies): Shortcuts => {
  let bound: readonly BoundKey[] = [];
  let pauseEnds: NodeJS.Timeout | null = null;
  /** The bindings that went down in the window, by the code of their key. */
  const downByCode = new Map<string, readonly Binding[]>();

  const take = (): void => {
    globalShortcut.unregisterAll();
    if (pauseEnds !== null) return;
    for (const { key, bindings } of bound) {
      const pressed = bindings.filter((binding) => !needsRelease(binding));
      // Taken from the window, its release would be heard by nobody: a hold is left to the window.
      if (pressed.length === 0) continue;
      const accelerator = acceleratorOf(key);
      const registered = accelerator !== null && globalShortcut.register(accelerator, () => pressed.forEach(keyPresses.shortcut));
      if (!registered) log.warn({ key: key.code }, 'This key is heard only while the window is in front: the system does not give it away');
      else if (pressed.length < bindings.length) log.warn({ key: key.code }, 'This key is bound to a press and to a hold: only the press is heard');
    }
  };

  const pause = (paused: boolean): void => {
    if (pauseEnds !== null) clearTimeout(pauseEnds);
    pauseEnds = paused ? setTimeout(() => pause(false), longestPause) : null;
    take();
  };

  const release = (code: string): void => {
    downByCode.get(code)?.forEach(keyPresses.up);
    downByCode.delete(code);
  };

  return {
    watch: (bindings) => {
      bound = [...Map.groupBy(bindings.flatMap(onKey), ([key]) => JSON.stringify([key.code, key.ctrl, key.alt, key.shift])).values()].flatMap((group) =>
        group.slice(0, 1).map(([key]) => ({ key, bindings: group.map(([, binding]) => binding) })),
      );
      take();
    },
    pause,
    hearIn: (contents) => {
      contents.on('before-input-event', (event, input) => {
        // By its code alone: the modifiers may have been let go before it.
        if (input.type === 'keyUp' && downByCode.has(input.code)) {
          event.preventDefault();
          return release(input.code);
        }
        const match = bound.find(({ key }) => isKey(input, key));
        if (match === undefined || pauseEnds !== null) return;
        event.preventDefault();
        if (input.type !== 'keyDown' || input.isAutoRepeat) return;
        release(input.code);
        downByCode.set(input.code, match.bindings);
        match.bindings.forEach(keyPresses.down);
      });
      // A window that is left does not hear its keys go up.
      contents.on('blur', () => {
        for (const code of downByCode.keys()) release(code);
      });
    },
  };
};

const onKey = (binding: Binding): readonly (readonly [KeyTrigger, Binding])[] => (binding.trigger.type === 'key' ? [[binding.trigger.key, binding]] : []);

const needsRelease = ({ gesture }: Binding): boolean => gesture.type === 'hold' || gesture.type === 'together';

const isKey = (input: Input, key: KeyTrigger): boolean => input.code === key.code && input.control === key.ctrl && input.alt === key.alt && input.shift === key.shift;
