import type { StaffReference } from '../../contract/alarm.ts';
import type { Edge } from '../../contract/desk.ts';
import { done, failed, type Result } from '../../contract/problem.ts';
import type { Binding } from '../../contract/trigger.ts';
import type { Stop } from '../../core/environment.ts';
import { subjectOf } from '../../core/event/subject.ts';
import { guard } from '../../core/guard.ts';
import { alarmToAcknowledge } from '../../core/trigger/alarmToAcknowledge.ts';
import type { Devices } from '../../core/trigger/devices.ts';
import { typesText } from '../../core/trigger/typesText.ts';
import { isNever, isSameTrigger } from '../../core/trigger/sameTrigger.ts';
import type { Alarms } from '../alarm/alarms.ts';
import { byWhom, ownFile, type StationContext } from '../context.ts';
import type { DeskState } from '../alarm/deskState.ts';
import { createRecognisers } from './recognisers.ts';

/** Which devices, keys and spots of this station trigger what, and what comes of it. */
export interface Triggers {
  readonly list: () => readonly Binding[];
  readonly bind: (binding: Omit<Binding, 'id'>, staff: StaffReference | null) => Result<Binding>;
  readonly unbind: (id: string, staff: StaffReference | null) => Result<void>;
  /** A bound key or the spot went down or up at a window. The same edge twice counts once. `BindingUnknown` for any other binding. */
  readonly edge: (edge: Edge) => Result<void>;
  readonly stop: Stop;
}

export interface TriggerDependencies {
  readonly devices: Devices;
  readonly alarms: Pick<Alarms, 'press' | 'acknowledge' | 'current'>;
  readonly desk: Pick<DeskState, 'askChecklist' | 'askBlank' | 'checkIn'>;
  /** Whoever is signed in at this station. */
  readonly staff: () => StaffReference | null;
}

export const createTriggers = (context: StationContext, { devices, alarms, desk, staff }: TriggerDependencies): Triggers => {
  const { ledger, identity, ids, changes, clock, log } = context;
  const subject = subjectOf('station', identity.station.id);
  let known: readonly Binding[] = [];
  /** As the ledger has them; while it cannot be read, as it had them last: a pedal must not fall silent with the database. */
  const list = (): readonly Binding[] => {
    known = guard(log, 'the bindings cannot be read', () => ledger.state('station', subject)?.bindings) ?? known;
    return known;
  };

  /** A gesture was completed. `press` names the press: an edge that is sent again raises no second alarm, also after a restart. */
  const fire = ({ id, purpose, trigger }: Binding, press: string): void => {
    log.info({ binding: id, purpose }, 'a trigger was used');
    switch (purpose) {
      case 'assist':
      case 'emergency':
        return void alarms.press({ id: press, level: purpose, kind: 'real', source: trigger.type }, staff());
      case 'acknowledge': {
        const alarm = alarmToAcknowledge(alarms.current(), identity.station.id);
        return alarm === null ? undefined : void alarms.acknowledge(alarm, staff());
      }
      case 'checklist':
        return desk.askChecklist();
      case 'blank':
        return desk.askBlank();
      case 'check-in':
        return void desk.checkIn(staff());
    }
  };

  const recognisers = createRecognisers({ clock, ids, log, fire });

  const watch = (): void => {
    const bindings = list();
    recognisers.replace(bindings);
    devices.setStuckAfter(ownFile(context).settings.stuckAfter);
    devices.watch(bindings);
  };

  const stops = [
    changes.on(['bindings', 'settings'], watch),
    devices.onChanged(() => changes.announce('devices', 'status')),
    devices.onElement(({ binding, ...edge }) => recognisers.note(binding.id, edge, null)),
    recognisers.stop,
  ];
  watch();

  return {
    list,
    bind: (wanted, by) => {
      if (isNever(wanted)) return failed('InputInvalid', 'Two elements together need two different elements.', 'Press another pedal or button as the second one.', 'gesture');
      if (wanted.trigger.type === 'key' && typesText(wanted.trigger.key)) return failed('InputInvalid', 'That key writes something: a badge reader or somebody who types would press it.', 'Choose a function key, or hold Ctrl or Alt with it.', 'trigger');
      const taken = list().find((binding) => isSameTrigger(binding, wanted));
      const binding: Binding = { id: taken?.id ?? ids.next(), ...wanted };
      const appended = ledger.append([{ kind: 'TriggerBound', subject, body: { ...binding, ...byWhom(context, by) } }]);
      return appended.ok ? done(binding) : appended;
    },
    unbind: (id, by) => {
      if (!list().some((binding) => binding.id === id)) return bindingUnknown(id, 'id');
      const appended = ledger.append([{ kind: 'TriggerUnbound', subject, body: { id, ...byWhom(context, by) } }]);
      return appended.ok ? done(undefined) : appended;
    },
    edge: ({ id, binding, pressed }) => {
      const bound = recognisers.find(binding);
      if (bound === undefined || bound.trigger.type === 'device') return bindingUnknown(binding, 'binding');
      recognisers.note(binding, { part: 'first', pressed, at: clock.now() }, id);
      return done(undefined);
    },
    stop: () => {
      for (const stop of stops) stop();
    },
  };
};

const bindingUnknown = (id: string, field: string) => failed('BindingUnknown', `This station has no binding ${id}.`, 'The list of bindings shows those that it has.', field);
