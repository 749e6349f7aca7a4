import type { Device, DeviceMatch, DeviceState } from '../main/contract/trigger.ts';
import type { BoundDevice } from './boundDevices.ts';
import { conditionHint } from './hints.ts';
import type { PresentDevice } from './listDevices.ts';

/** What is known of a present device while the program runs. */
export interface Observed {
  readonly open: boolean;
  /** Why it is not read; null: nothing known against it. */
  readonly failure: string | null;
  /** Of one that is read: what its plug and its contacts say. */
  readonly condition: Extract<DeviceState, 'ok' | 'stuck' | 'chattering' | 'unplugged'>;
}

/**
 * A present device as people see it. A bound one keeps the description it was bound by, so that another of its elements is
 * bound to the same device even after it moved to another port. Bound, it is `ok` only while it is being read.
 */
export const describePresent = (present: PresentDevice, bound: BoundDevice | undefined, { open, failure, condition }: Observed): Device => {
  const obstacle = failure ?? (open ? null : present.obstacle);
  const state = obstacle !== null ? 'unreadable' : bound === undefined ? 'ok' : open ? condition : 'absent';
  return {
    name: present.name,
    profile: present.profile?.name ?? null,
    match: bound?.match ?? present.match,
    path: present.path,
    state,
    bound: bound !== undefined,
    caution: present.profile?.caution ?? null,
    hint: obstacle ?? conditionHint(state),
  };
};

/** A bound device that is not there. `fault`: nobody can tell, since the library is missing. */
export const describeMissing = (bound: BoundDevice, fault: string | null): Device => ({
  name: bound.name,
  profile: null,
  match: bound.match,
  path: null,
  state: fault === null ? 'absent' : 'unreadable',
  bound: true,
  caution: null,
  hint: fault,
});

/** Stands for all devices where the library is missing, so that people are told before they have bound anything. */
export const describeLibraryFault = (fault: string): Device => ({
  name: 'Pedals and buttons',
  profile: null,
  match: nothing,
  path: null,
  state: 'unreadable',
  bound: false,
  caution: null,
  hint: fault,
});

const nothing: DeviceMatch = { vendorId: 0, productId: 0, usagePage: null, usage: null, interface: -1, serialNumber: null, portPath: null };
