import type { DeviceMatch } from '../../main/contract/index.ts';

/** HID usage tables: generic desktop page, keyboard and keypad. */
export const isKeyboard = ({ match: { usagePage, usage } }: { readonly match: Pick<DeviceMatch, 'usagePage' | 'usage'> }): boolean => usagePage === 0x01 && (usage === 0x06 || usage === 0x07);
