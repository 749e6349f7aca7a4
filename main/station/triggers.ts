import { done, failed, type Result } from '../contract/problem.ts';
import type { AlarmLevel } from '../contract/alarm.ts';
import type { Binding, Trigger } from '../contract/trigger.ts';
import type { Stop } from '../core/environment.ts';
import { subjectOf } from '../core/event/subject.ts';
import type { Devices } from '../core/trigger/devices.ts';
import type { StationContext } from './context.ts';

/** Which devices and keys of this station trigger what, and the presses that come from devices. */
export interface Triggers {
  readonly list: () => readonly Binding[];
  readonly bind: (binding: Omit<Binding, 'id'>) => Result<Binding>;
  readonly unbind: (id: string) => Result<void>;
  readonly stop: Stop;
}

export const createTriggers = (context: StationContext, devices: Devices, press: (level: AlarmLevel) => void): Triggers => {
  const { ledger, identity, ids, changes, log } = context;
  const subject = subjectOf('station', identity.station.id);
  let known: readonly Binding[] = [];
  /** As the ledger has them; while it cannot be read, as it had them last: a pedal must not fall silent with the database. */
  const list = (): readonly Binding[] => {
    try {
      known = ledger.state('station', subject)?.bindings ?? known;
    } catch (error) {
      log.error({ error: String(error) }, 'the bindings cannot be read');
    }
    return known;
  };
  const watch = (): void => devices.watch(list());

  const stops = [
    changes.on(['bindings'], watch),
    devices.onChanged(() => changes.announce('devices', 'status')),
    devices.onElement(({ binding, pressed }) => {
      if (!pressed) return;
      log.info({ binding: binding.id, purpose: binding.purpose }, 'a bound element was pressed');
      if (binding.purpose === 'assist' || binding.purpose === 'emergency') press(binding.purpose);
    }),
  ];
  watch();

  return {
    list,
    bind: (wanted) => {
      const taken = list().find((binding) => sameTrigger(binding.trigger, wanted.trigger));
      const binding: Binding = { id: taken?.id ?? ids.next(), ...wanted };
      const appended = ledger.append([{ kind: 'TriggerBound', subject, body: binding }]);
      return appended.ok ? done(binding) : appended;
    },
    unbind: (id) => {
      if (!list().some((binding) => binding.id === id)) return failed('BindingUnknown', `This station has no binding ${id}.`, 'The list of bindings shows those that it has.', 'id');
      const appended = ledger.append([{ kind: 'TriggerUnbound', subject, body: { id } }]);
      return appended.ok ? done(undefined) : appended;
    },
    stop: () => {
      for (const stop of stops) stop();
    },
  };
};

/** Two bindings of one element or key would be two alarms a press: the newer one replaces the older. */
const sameTrigger = (a: Trigger, b: Trigger): boolean => {
  if (a.type === 'device' && b.type === 'device') return JSON.stringify([a.device, a.element]) === JSON.stringify([b.device, b.element]);
  if (a.type === 'key' && b.type === 'key') return a.key.code === b.key.code && a.key.ctrl === b.key.ctrl && a.key.alt === b.key.alt && a.key.shift === b.key.shift;
  return a.type === b.type && a.type === 'spot';
};
