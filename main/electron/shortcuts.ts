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
}

/** Hears the keys that are bound to an alarm, whichever program is in front. */
export const createShortcuts = ({ globalShortcut, onKey, log }: ShortcutsDependencies): Shortcuts => {
  let bound: readonly (readonly [KeyTrigger, Binding])[] = [];

  return {
    watch: (bindings) => {
      bound = bindings.flatMap((binding) => (binding.trigger.type === 'key' ? [[binding.trigger.key, binding] as const] : []));
      globalShortcut.unregisterAll();
      for (const [key, binding] of bound) {
        const accelerator = acceleratorOf(key);
        const registered = accelerator !== null && globalShortcut.register(accelerator, () => onKey(binding));
        if (!registered) log.warn({ key: key.code, binding: binding.id }, 'This key raises an alarm only while the window is in front: the system does not give it away');
      }
    },
    hearIn: (contents) => {
      contents.on('before-input-event', (event, input) => {
        const match = bound.find(([key]) => isKey(input, key));
        if (match === undefined) return;
        event.preventDefault();
        if (input.type === 'keyDown' && !input.isAutoRepeat) onKey(match[1]);
      });
    },
  };
};

const isKey = (input: Input, key: KeyTrigger): boolean => input.code === key.code && input.control === key.ctrl && input.alt === key.alt && input.shift === key.shift;
