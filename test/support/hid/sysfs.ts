/** The part of /sys that udev and hidapi read of a USB HID device, laid out in a folder. */
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { DeviceModel } from './models.ts';

export interface SysfsPlace {
  /** The pretend root folder; `sys` and `dev` lie in it. */
  readonly root: string;
  /** N of `/dev/hidrawN`. */
  readonly number: number;
  /** The USB port: `1-2`. */
  readonly port: string;
}

/** Makes the folders that are there without any device. */
export const layOutSysfs = async (root: string): Promise<void> => {
  const folders = ['sys/class/hidraw', 'sys/bus/hid/devices', 'sys/bus/usb/devices', 'sys/dev/char', 'dev/.node', 'ioctl/dev'];
  for (const folder of folders) await mkdir(path.join(root, folder), { recursive: true });
};

/** Adds a device; the function returned takes it away again. */
export const addToSysfs = async (place: SysfsPlace, model: DeviceModel): Promise<() => Promise<void>> => {
  const { root, number, port } = place;
  const name = `hidraw${number}`;
  const minor = `240:${number}`;
  const ids = { vendor: hex(model.vendorId, 4), product: hex(model.productId, 4) };
  const hidName = `0003:${ids.vendor}:${ids.product}.${hex(number + 1, 4)}`.toUpperCase();

  const usb = path.join(root, 'sys/devices/pci0000:00/0000:00:14.0/usb1', port);
  const usbInterface = path.join(usb, `${port}:1.${model.interface}`);
  const hid = path.join(usbInterface, hidName);
  const raw = path.join(hid, 'hidraw', name);
  const product = `PRODUCT=${model.vendorId.toString(16)}/${model.productId.toString(16)}/100`;

  const attributes: readonly (readonly [folder: string, file: string, content: string | Buffer])[] = [
    [usb, 'uevent', `DEVTYPE=usb_device\nDRIVER=usb\n${product}\n`],
    [usb, 'idVendor', `${ids.vendor}\n`],
    [usb, 'idProduct', `${ids.product}\n`],
    [usb, 'bcdDevice', '0100\n'],
    [usb, 'manufacturer', `${model.manufacturer}\n`],
    [usb, 'product', `${model.product}\n`],
    [usbInterface, 'uevent', `DEVTYPE=usb_interface\nDRIVER=usbhid\n${product}\nINTERFACE=3/0/0\n`],
    [usbInterface, 'bInterfaceNumber', `${hex(model.interface, 2)}\n`],
    [hid, 'uevent', hidEvent(model, port)],
    [hid, 'report_descriptor', model.descriptor],
    [raw, 'uevent', `MAJOR=240\nMINOR=${number}\nDEVNAME=${name}\n`],
    [raw, 'dev', `${minor}\n`],
  ];
  for (const [folder, file, content] of attributes) {
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, file), content);
  }
  if (model.serialNumber !== '') await writeFile(path.join(usb, 'serial'), `${model.serialNumber}\n`);

  await link(path.join(usb, 'subsystem'), path.join(root, 'sys/bus/usb'));
  await link(path.join(usbInterface, 'subsystem'), path.join(root, 'sys/bus/usb'));
  await link(path.join(hid, 'subsystem'), path.join(root, 'sys/bus/hid'));
  await link(path.join(raw, 'subsystem'), path.join(root, 'sys/class/hidraw'));
  await link(path.join(raw, 'device'), hid);

  const entries: readonly (readonly [from: string, to: string])[] = [
    [path.join(root, 'sys/class/hidraw', name), raw],
    [path.join(root, 'sys/bus/hid/devices', hidName), hid],
    [path.join(root, 'sys/dev/char', minor), raw],
    [path.join(root, 'sys/bus/usb/devices', port), usb],
  ];
  for (const [from, to] of entries) await link(from, to);
  await symlink(minor, path.join(root, 'dev/.node', name));

  return async () => {
    const gone = [...entries.map(([from]) => from), usb, path.join(root, 'dev/.node', name)];
    for (const one of gone) await rm(one, { recursive: true, force: true });
  };
};

const hidEvent = (model: DeviceModel, port: string): string =>
  [
    'DRIVER=hid-generic',
    `HID_ID=0003:${hex(model.vendorId, 8)}:${hex(model.productId, 8)}`.toUpperCase(),
    `HID_NAME=${model.manufacturer} ${model.product}`,
    `HID_PHYS=usb-0000:00:14.0-${port.replace(/^\d+-/, '')}/input${model.interface}`,
    `HID_UNIQ=${model.serialNumber}`,
    '',
  ].join('\n');

/** Relative, as in the real /sys: a port is read from where such a link points. */
const link = (from: string, to: string): Promise<void> => symlink(path.relative(path.dirname(from), to), from);

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');
