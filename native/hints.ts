/** What to say when a device cannot be used, and what to do about it. */
import { profileOf } from '../main/core/trigger/profiles.ts';

interface Ids {
  readonly vendorId: number;
  readonly productId: number;
}

const rules = '/etc/udev/rules.d/70-quietbell.rules';
const thenReload = 'then run "udevadm control --reload" and plug the device in again.';

/** Linux, EACCES. The shipped rules name the known devices; for any other one the line to add is spelt out. */
export const permissionHint = (device: Ids): string =>
  profileOf(device) === null
    ? `This account may not read the device. Add this line to ${rules}: ${udevRule(device)} ${thenReload}`
    : `This account may not read the device. Copy build/linux/70-quietbell.rules to ${rules}, ${thenReload}`;

export const udevRule = ({ vendorId, productId }: Ids): string =>
  `KERNEL=="hidraw*", ATTRS{idVendor}=="${hex(vendorId)}", ATTRS{idProduct}=="${hex(productId)}", TAG+="uaccess"`;

export const keyboardHint =
  'This system lets no program read keyboards as devices, and this one reports as a keyboard. Bind the key that it sends instead; F13 to F24 suit best.';

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
