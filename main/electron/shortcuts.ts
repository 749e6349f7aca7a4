import type { GlobalShortcut, Input, WebContents } from 'electron';
import type { Binding, KeyTrigger } from '../contract/index.ts';
import type { Log } from '../core/environment.ts';
import { acceleratorOf } from './accelerator.ts';

export interface ShortcutsDependencies {
  readonly globalShortcut: Pick<GlobalShortcut, 'register' | 'unregisterAll'>;
  readonly onKey: (binding: Binding) => void;
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

/** Hears the keys that are bound to an alarm, whichever program is in front. */
export const createShortcuts = ({ globalShortcut, onKey, log }: ShortcutsDependencies): Shortcuts => {
  let bound: readonly (readonly [KeyTrigger, Binding])[] = [];
  let pauseEnds: NodeJS.Timeout | null = null;

  const take = (): void => {
    globalShortcut.unregisterAll();
    if (pauseEnds !== null) return;
    for (const [key, binding] of bound) {
      const accelerator = acceleratorOf(key);
      const registered = accelerator !== null && globalShortcut.register(accelerator, () => onKey(binding));
      if (!registered) log.warn({ key: key.code, binding: binding.id }, 'This key raises an alarm only while the window is in front: the system does not give it away');
    }
  };

  const pause = (paused: boolean): void => {
    if (pauseEnds !== null) clearTimeout(pauseEnds);
    pauseEnds = paused ? setTimeout(() => pause(false), longestPause) : null;
    take();
  };

  return {
    watch: (bindings) => {
      bound = bindings.flatMap((binding) => (binding.trigger.type === 'key' ? [[binding.trigger.key, binding] as const] : []));
      take();
    },
    pause,
    hearIn: (contents) => {
      contents.on('before-input-event', (event, input) => {
        const match = bound.find(([key]) => isKey(input, key));
        if (match === undefined || pauseEnds !== null) return;
        event.preventDefault();
        if (input.type === 'keyDown' && !input.isAutoRepeat) onKey(match[1]);
      });
    },
  };
};

const isKey = (input: Input, key: KeyTrigger): boolean => input.code === key.code && input.control === key.ctrl && input.alt === key.alt && input.shift === key.shift;
