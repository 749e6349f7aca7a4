import type { KeyTrigger } from '../contract/index.ts';

/**
 * A key of the contract (`KeyboardEvent.code`) as Electron's accelerator. Null for what cannot or must not be taken from
 * every other program: a key without an accelerator, and a key that types something when pressed alone.
 */
export const acceleratorOf = (key: KeyTrigger): string | null => {
  const name = nameOf(key.code);
  if (name === null || (typesSomething(key.code) && !key.ctrl && !key.alt)) return null;
  return [...(key.ctrl ? ['Control'] : []), ...(key.alt ? ['Alt'] : []), ...(key.shift ? ['Shift'] : []), name].join('+');
};

const nameOf = (code: string): string | null => {
  const plain = /^(?:Key([A-Z])|Digit(\d)|(F\d{1,2}))$/.exec(code);
  if (plain !== null) return plain[1] ?? plain[2] ?? plain[3] ?? null;
  const numpad = /^Numpad(\d)$/.exec(code);
  return numpad === null ? (otherNames[code] ?? null) : `num${numpad[1]}`;
};

const typesSomething = (code: string): boolean => !/^F\d{1,2}$/.test(code) && !silentKeys.has(code);

const otherNames: Readonly<Record<string, string>> = {
  AudioVolumeDown: 'VolumeDown',
  AudioVolumeMute: 'VolumeMute',
  AudioVolumeUp: 'VolumeUp',
  Delete: 'Delete',
  End: 'End',
  Home: 'Home',
  Insert: 'Insert',
  MediaPlayPause: 'MediaPlayPause',
  MediaStop: 'MediaStop',
  MediaTrackNext: 'MediaNextTrack',
  MediaTrackPrevious: 'MediaPreviousTrack',
  NumpadAdd: 'numadd',
  NumpadDecimal: 'numdec',
  NumpadDivide: 'numdiv',
  NumpadMultiply: 'nummult',
  NumpadSubtract: 'numsub',
  PageDown: 'PageDown',
  PageUp: 'PageUp',
  PrintScreen: 'PrintScreen',
  ScrollLock: 'Scrolllock',
  Space: 'Space',
};

/** Keys that move or type nothing in an ordinary program, so that taking them harms nobody. */
const silentKeys: ReadonlySet<string> = new Set(['AudioVolumeDown', 'AudioVolumeMute', 'AudioVolumeUp', 'MediaPlayPause', 'MediaStop', 'MediaTrackNext', 'MediaTrackPrevious', 'PrintScreen', 'ScrollLock']);
