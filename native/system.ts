/** What node-hid does not tell of a device, but the operating system does. */
import { access, constants, readFile, readlink } from 'node:fs/promises';
import path from 'node:path';
import { declaresReportIds } from '../main/core/trigger/reportDescriptor.ts';
import { keyboardHint, permissionHint } from './hints.ts';

export interface SystemFacts {
  /** The stable name of the port, as `DeviceMatch` describes it. */
  readonly portPath: string | null;
  /** Whether reports carry an id in byte 0; null: not known. */
  readonly numbered: boolean | null;
  /** Why it certainly cannot be opened, as a hint for people; null: nothing known against it. */
  readonly obstacle: string | null;
}

interface Subject {
  readonly path: string;
  readonly vendorId: number;
  readonly productId: number;
  readonly keyboard: boolean;
}

export const systemFacts = async (device: Subject, platform: NodeJS.Platform = process.platform): Promise<SystemFacts> =>
  platform === 'linux'
    ? { portPath: await usbPort(device.path), numbered: await hasReportIds(device.path), obstacle: await accessObstacle(device) }
    : { portPath: device.path, numbered: null, obstacle: device.keyboard ? keyboardHint(platform) : null };

/** `1-4.2:1.0` from `…/usb1/1-4/1-4.2/1-4.2:1.0/0003:05F3:00FF.0007/hidraw/hidraw3`: bus, ports, configuration, interface. */
const usbPort = async (device: string): Promise<string | null> => {
  const link = await readlink(sysfs(device)).catch(() => '');
  return link.split('/').findLast((part) => /^\d+-[\d.]+:\d+\.\d+$/.test(part)) ?? null;
};

const hasReportIds = async (device: string): Promise<boolean | null> => {
  const descriptor = await readFile(path.join(sysfs(device), 'device/report_descriptor')).catch(() => new Uint8Array());
  return declaresReportIds(descriptor);
};

/** Asked here because node-hid's own message for it is the same as for every other failure. hidapi opens for reading and writing. */
const accessObstacle = (device: Subject): Promise<string | null> =>
  access(device.path, constants.R_OK | constants.W_OK).then(
    () => null,
    (error: unknown) => (isPermissionError(error) ? permissionHint(device) : null),
  );

const isPermissionError = (error: unknown): boolean => error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM');

const sysfs = (device: string): string => path.join('/sys/class/hidraw', path.basename(device));
