import type { KeyTrigger } from '../../main/contract/index.ts';

type Key = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'altKey' | 'shiftKey'>;

/** Keys that nobody needs for writing, so they may be bound alone. F5, F11 and F12 belong to browsers. */
const freeKey = /^(F([1-46-9]|10|1[3-9]|2[0-4])|Pause|ScrollLock|Insert|PrintScreen|ContextMenu|Numpad(?!Enter)\w+|Media\w+|Launch\w+|Browser\w+|Audio\w+)$/;
const modifier = /^(Control|Alt|Shift|Meta)(Left|Right)$/;
const withModifier = /^(Key[A-Z]|Digit\d)$/;

export type KeyChoice = { readonly type: 'chosen'; readonly key: KeyTrigger } | { readonly type: 'taken' } | { readonly type: 'waiting' };

/**
 * What a pressed key means to somebody who chooses one: a key that can be bound, one that cannot, or nothing yet
 * (a modifier on its own, and the keys that move about the page: Tab, Enter, Space, Escape, arrows).
 */
export const chooseKey = ({ code, ctrlKey, altKey, shiftKey }: Key): KeyChoice => {
  const key = { code, ctrl: ctrlKey, alt: altKey, shift: shiftKey };
  if (freeKey.test(code) || (withModifier.test(code) && (ctrlKey || altKey))) return { type: 'chosen', key };
  if (modifier.test(code) || /^(Tab|Enter|NumpadEnter|Space|Escape|Arrow\w+|Home|End|Page\w+)$/.test(code)) return { type: 'waiting' };
  return { type: 'taken' };
};
