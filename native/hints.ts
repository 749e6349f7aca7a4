/** What to say when a device cannot be used, and what to do about it. */
import type { DeviceState } from '../main/contract/trigger.ts';
import { profileOf } from '../main/core/trigger/profiles.ts';
import { relayIds } from './relayBoards.ts';

interface Ids {
  readonly vendorId: number;
  readonly productId: number;
}

const rules = '/etc/udev/rules.d/70-quietbell.rules';
const thenReload = 'then run "udevadm control --reload" and plug the device in again.';

/** Linux, EACCES. The shipped rules name the known devices; for any other one the line to add is spelt out. */
export const permissionHint = (device: Ids): string =>
  profileOf(device) === null && !isRelayBoard(device)
    ? `This account may not read the device. Add this line to ${rules}: ${udevRule(device)} ${thenReload}`
    : `This account may not read the device. Copy build/linux/70-quietbell.rules to ${rules}, ${thenReload}`;

export const udevRule = (ids: Ids): string =>
  `KERNEL=="hidraw*", ATTRS{idVendor}=="${hex(ids.vendorId)}", ATTRS{idProduct}=="${hex(ids.productId)}",${isRelayBoard(ids) ? ' ATTRS{product}=="USBRelay*",' : ''} TAG+="uaccess"`;

const isRelayBoard = ({ vendorId, productId }: Ids): boolean => vendorId === relayIds.vendorId && productId === relayIds.productId;

/** Windows and macOS keep keyboards to themselves (hidapi: github.com/node-hid/node-hid/issues/211). */
export const keyboardHint = (platform: NodeJS.Platform): string =>
  `${systemNames[platform] ?? 'This system'} lets no program read keyboards as devices, and this one reports as a keyboard. Bind the key that it sends instead; F13 to F24, which no keyboard has, suit best.`;

const systemNames: Partial<Record<NodeJS.Platform, string>> = { win32: 'Windows', darwin: 'macOS' };

/** What to do about a device that is read and is not well all the same; null where all is well. */
export const conditionHint = (state: DeviceState): string | null => {
  switch (state) {
    case 'stuck':
      return 'It has been held down for a long time. Lift what stands on it; if nothing does, its contact is worn out and it must be changed.';
    case 'chattering':
      return 'Its contact closes and opens without rest, as a worn one does. Change it; until then only a press that is held for half a second counts.';
    case 'unplugged':
      return 'The interface is there, but no switch is plugged into it. Push the plug of the switch in again.';
    default:
      return null;
  }
};

export const silentHint = 'It is plugged in but does not answer. Pull it out, wait for a moment and plug it in again.';

export const slowHint = 'It is plugged in but does not let itself be opened. Pull it out, wait for a moment and plug it in again.';

export const openFailedHint = (reason: string): string => `The device could not be opened (${reason}). Another program may hold it: close that, or plug the device in again.`;

/**
 * node-hid's compiled half did not load. On a bare Linux the reason is mostly a shared library: its hidraw build is linked to libusb
 * although it calls nothing in it (node-hid 3.4.0).
 */
export const noLibraryHint = (reason: string): string => {
  const missing = /\b(lib\S+?\.so[.\d]*): cannot open shared object file/.exec(reason)?.[1];
  const remedy =
    missing === undefined
      ? 'Install Quietbell again.'
      : `Install the system package that holds ${missing} (on Debian and Ubuntu: "apt-get install libusb-1.0-0 libudev1") and start Quietbell again.`;
  return `Pedals and buttons cannot be read: their library could not be loaded (${firstLine(reason)}). ${remedy} Until then bind a key or the spot on the screen.`;
};

/** Four lower-case digits, as lsusb and udev write ids. */
export const hex = (id: number): string => id.toString(16).padStart(4, '0');

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? '';
