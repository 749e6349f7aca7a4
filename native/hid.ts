/** The door to node-hid, a package of compiled code: loaded here only, and only when devices are asked for. */
import type * as NodeHid from 'node-hid';

/** The part of node-hid that is used. */
export type Hid = Pick<typeof NodeHid, 'devicesAsync' | 'HIDAsync'>;

export type LoadHid = () => Promise<Hid>;

/**
 * Loads node-hid and its compiled half. Rejects where that is missing or does not fit this machine.
 * On Linux it is set to the hidraw driver, once and before its first use: the libusb driver needs a library that a bare
 * system lacks, lists no usages, and takes the device away from the kernel.
 */
export const loadNodeHid: LoadHid = async () => {
  const { default: hid } = await import('node-hid');
  if (process.platform === 'linux') hid.setDriverType('hidraw');
  // The package loads its compiled half at the first call that needs it. This one has no other effect.
  hid.getHidapiVersion();
  return hid;
};
