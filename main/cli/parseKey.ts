import { keyTriggerSchema } from '../contract/index.ts';
import type { KeyTrigger } from '../contract/index.ts';

/** Keys by their `KeyboardEvent.code` that have no letter, digit or function number. */
const namedKeys = ['Backquote', 'Pause', 'ScrollLock', 'PrintScreen', 'Insert', 'Home', 'End', 'PageUp', 'PageDown', 'ContextMenu', 'NumLock', 'IntlBackslash'];
const knownCode = new RegExp(`^(F([1-9]|1[0-9]|2[0-4])|Key[A-Z]|Digit[0-9]|Numpad([0-9]|Add|Subtract|Multiply|Divide|Decimal|Enter)|${namedKeys.join('|')})$`, 'i');

/** Reads `F13`, `Ctrl+Alt+K`, `NumpadAdd`. Null for a key nobody has: bound, it would never be heard. */
export const parseKey = (typed: string): KeyTrigger | null => {
  const words = typed.split('+').map((word) => word.trim().toLowerCase());
  const name = words.pop() ?? '';
  if (words.some((word) => !['ctrl', 'alt', 'shift'].includes(word))) return null;
  const code = knownCode.exec(/^[a-z]$/.test(name) ? `key${name}` : /^[0-9]$/.test(name) ? `digit${name}` : name)?.[0];
  if (code === undefined) return null;
  return keyTriggerSchema.parse({ code: spelling(code), ctrl: words.includes('ctrl'), alt: words.includes('alt'), shift: words.includes('shift') });
};

/** `KeyboardEvent.code` is spelt one way only; what people type is not. */
const spelling = (code: string): string => {
  const named = namedKeys.find((key) => key.toLowerCase() === code);
  if (named !== undefined) return named;
  const [, group = '', rest = ''] = /^(key|digit|numpad|f)(.*)$/.exec(code) ?? [];
  const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
  return `${capital(group)}${capital(rest)}`;
};
