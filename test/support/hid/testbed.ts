/**
 * Emulated HID devices for tests: the program under test runs as a child process with umockdev's preload library, and its real node-hid
 * finds real-looking devices. Needs Linux and the package `umockdev`; no root, no kernel module.
 *
 *     const bed = await createTestbed();
 *     const pedal = await bed.plug(vecPedal);
 *     const child = spawn(process.execPath, ['station.ts'], { env: bed.env() });
 *     pedal.report([2, 0]);
 *
 * It must be a child: the preload library waits for answers that this process gives.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { plugIn } from './emulatedDevice.ts';
import type { EmulatedDevice } from './emulatedDevice.ts';
import type { DeviceModel } from './models.ts';
import { layOutSysfs } from './sysfs.ts';

export interface Testbed {
  /** Plugs a device into a port (`1-3`), by default the next one that was never used; `mode` are the permissions of its node. */
  readonly plug: (model: DeviceModel, options?: { readonly port?: string; readonly mode?: number }) => Promise<EmulatedDevice>;
  /** The environment for the program under test. */
  readonly env: (extra?: Readonly<Record<string, string>>) => Readonly<Record<string, string>>;
  /** Ends the program under test first. */
  readonly close: () => Promise<void>;
}

export const createTestbed = async (): Promise<Testbed> => {
  const root = await mkdtemp(path.join(tmpdir(), 'quietbell-hid-'));
  // Programs under another account must get in, too.
  await chmod(root, 0o755);
  await layOutSysfs(root);
  const devices: EmulatedDevice[] = [];
  const pluggedNumbers = new Set<number>();
  let ports = 0;

  return {
    plug: async (model, { port = `1-${++ports}`, mode = 0o666 } = {}) => {
      // As the kernel does: the lowest number that is free.
      let number = 0;
      while (pluggedNumbers.has(number)) number += 1;
      pluggedNumbers.add(number);
      for (const former of devices) if (former.number === number) former.freeName();
      const device = await plugIn({ root, number, port }, model, mode);
      const pluggedIn: EmulatedDevice = {
        ...device,
        unplug: async () => {
          await device.unplug();
          pluggedNumbers.delete(number);
        },
      };
      devices.push(pluggedIn);
      return pluggedIn;
    },
    env: (extra = {}) => ({
      ...definedVariables(),
      UMOCKDEV_DIR: root,
      // Else libsystemd refuses a /sys that is none.
      SYSTEMD_DEVICE_VERIFY_SYSFS: '0',
      LD_PRELOAD: ['libumockdev-preload.so.0', process.env['LD_PRELOAD']].filter(Boolean).join(':'),
      ...extra,
    }),
    close: async () => {
      for (const device of devices) await device.dispose();
      await rm(root, { recursive: true, force: true });
    },
  };
};

const definedVariables = (): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
