import type { Binding, DeviceMatch, Element } from '../main/contract/trigger.ts';
import type { Clock } from '../main/core/environment.ts';
import type { ElementChange } from '../main/core/trigger/devices.ts';
import { deviceKey } from '../main/core/trigger/matchDevice.ts';
import { profileOf } from '../main/core/trigger/profiles.ts';
import { createContactWatch } from './contactWatch.ts';
import type { ContactWatch } from './contactWatch.ts';

/** A device that at least one binding names, with the contacts to watch on it. */
export interface BoundDevice {
  readonly match: DeviceMatch;
  /** For people, while nobody can ask the device itself. */
  readonly name: string;
  readonly contacts: readonly ContactWatch[];
}

export interface BoundDevices {
  /** Replaces the bindings. One that stays as it was keeps the state of its contact, so that a press under way is not counted twice. */
  readonly replace: (bindings: readonly Binding[]) => void;
  readonly list: () => readonly BoundDevice[];
}

export const createBoundDevices = (deps: { readonly clock: Clock; readonly emit: (change: ElementChange) => void }): BoundDevices => {
  let watchesByBinding = new Map<string, ContactWatch>();
  let bound: readonly BoundDevice[] = [];

  return {
    replace: (bindings) => {
      const deviceBindings = bindings.flatMap(onDevice);
      const watches = new Map(
        deviceBindings.map(({ binding, element }) => {
          const key = JSON.stringify(binding);
          return [key, watchesByBinding.get(key) ?? createContactWatch({ ...deps, binding, element })];
        }),
      );
      for (const [key, watch] of watchesByBinding) if (!watches.has(key)) watch.reset();
      watchesByBinding = watches;
      bound = [...Map.groupBy(deviceBindings, ({ match }) => deviceKey(match)).values()].flatMap((group) =>
        group.slice(0, 1).map(({ match, name }) => ({
          match,
          name: profileOf(match)?.name ?? name,
          contacts: group.flatMap(({ binding }) => watches.get(JSON.stringify(binding)) ?? []),
        })),
      );
    },
    list: () => bound,
  };
};

interface DeviceBinding {
  readonly binding: Binding;
  readonly match: DeviceMatch;
  readonly element: Element;
  readonly name: string;
}

const onDevice = (binding: Binding): readonly DeviceBinding[] =>
  binding.trigger.type === 'device' ? [{ binding, match: binding.trigger.device, element: binding.trigger.element, name: binding.trigger.name }] : [];
