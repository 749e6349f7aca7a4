import type { DeviceMatch } from '../../contract/trigger.ts';

/** Whether two descriptions are of the same kind of device: ids, and usage and interface where both are known. */
export const isSameKind = (a: DeviceMatch, b: DeviceMatch): boolean =>
  a.vendorId === b.vendorId &&
  a.productId === b.productId &&
  agree(a.usagePage, b.usagePage) &&
  agree(a.usage, b.usage) &&
  agree(known(a.interface), known(b.interface));

/**
 * Whether a device that is present is the very one that was bound: the same kind, and then the same serial number or,
 * without one, the same port. Where the system tells neither, the kind has to do.
 */
export const isSameDevice = (bound: DeviceMatch, found: DeviceMatch): boolean =>
  isSameKind(bound, found) &&
  (bound.serialNumber === null ? agree(bound.portPath, found.portPath) : bound.serialNumber === found.serialNumber);

/**
 * Which present device stands for which bound one; each device for at most one. Returns indexes into `found` by index
 * into `bound`; who is missing there is absent.
 *
 * 1. Same device and same port; this also tells apart the boards whose makers gave all of them one serial number.
 * 2. Same device.
 * 3. A pedal without a serial number that was plugged into another port: if exactly one device of its kind is left that stands
 *    for no other, that is it. It may be a different pedal of the same make, and then a press still calls for help: never miss an alarm.
 */
export const assignDevices = (bound: readonly DeviceMatch[], found: readonly DeviceMatch[]): ReadonlyMap<number, number> => {
  const assigned = new Map<number, number>();
  const taken = new Set<number>();
  const assign = (suits: (wanted: DeviceMatch, candidate: DeviceMatch) => boolean, onlyIfSole: boolean): void => {
    for (const [index, wanted] of bound.entries()) {
      if (assigned.has(index)) continue;
      const candidates = [...found.entries()].filter(([at, candidate]) => !taken.has(at) && suits(wanted, candidate)).map(([at]) => at);
      const [first] = candidates;
      if (first === undefined || (onlyIfSole && candidates.length > 1)) continue;
      assigned.set(index, first);
      taken.add(first);
    }
  };
  assign((wanted, candidate) => isSameDevice(wanted, candidate) && wanted.portPath === candidate.portPath, false);
  assign(isSameDevice, false);
  assign((wanted, candidate) => wanted.serialNumber === null && candidate.serialNumber === null && isSameKind(wanted, candidate), true);
  return assigned;
};

/** One text for one device, so that several bindings of it are known to be of one. */
export const deviceKey = (match: DeviceMatch): string =>
  [match.vendorId, match.productId, match.usagePage, match.usage, match.interface, match.serialNumber, match.portPath].join(' ');

const agree = <Value>(a: Value | null, b: Value | null): boolean => a === null || b === null || a === b;
const known = (interfaceNumber: number): number | null => (interfaceNumber < 0 ? null : interfaceNumber);
