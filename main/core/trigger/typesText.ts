import type { KeyTrigger } from '../../contract/trigger.ts';

/** Keys that a badge reader types, and whoever writes: pressed alone they must trigger nothing. Those of the number pad are free, since readers type the row above the letters. */
export const typesText = ({ code, ctrl, alt }: KeyTrigger): boolean => !ctrl && !alt && /^(Key[A-Z]|Digit\d|Enter|NumpadEnter|Space)$/.test(code);
