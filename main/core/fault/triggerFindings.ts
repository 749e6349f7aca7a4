import type { Binding, Device, DeviceMatch, DeviceState } from '../../contract/trigger.ts';
import { deviceKey, isSameDevice, isSameKind } from '../trigger/matchDevice.ts';
import type { Finding } from './finding.ts';

export interface TriggerFacts {
  readonly devices: readonly Device[];
  readonly bindings: readonly Binding[];
  /** How many windows are connected: a key and the spot are heard there only. */
  readonly windows: number;
  /** A press would bind something instead of raising an alarm. */
  readonly capturing: boolean;
}

/** What keeps a press at this desk from being noticed. */
export const triggerFindings = ({ devices, bindings, windows, capturing }: TriggerFacts): readonly Finding[] => {
  const calls = bindings.filter(({ purpose }) => purpose === 'assist' || purpose === 'emergency');
  const boundToCall = calls.flatMap(matchesOf);
  return [
    ...devices.filter((device) => device.bound && device.state !== 'ok').map((device) => deviceFinding(device, boundToCall.some((match) => standsFor(match, device, devices)))),
    ...(calls.length === 0 ? [noTrigger] : []),
    ...(calls.length > 0 && windows === 0 && calls.every(({ trigger }) => trigger.type !== 'device') ? [nothingHears] : []),
    ...(capturing ? [beingBound] : []),
  ];
};

/** Two elements together may lie on two devices. */
const matchesOf = ({ trigger, gesture }: Binding): readonly DeviceMatch[] => [...(trigger.type === 'device' ? [trigger.device] : []), ...(gesture.type === 'together' ? [gesture.with.device] : [])];

/** The very device, or one of its kind that took its place, as `assignDevices` allows where there is no serial number. */
const standsFor = (bound: DeviceMatch, { match }: Device, devices: readonly Device[]): boolean =>
  isSameDevice(bound, match) || (bound.serialNumber === null && isSameKind(bound, match) && !devices.some((device) => isSameDevice(bound, device.match)));

const deviceFinding = ({ name, match, state, hint }: Device, disarms: boolean): Finding => {
  const { message, remedy } = words[state];
  return { key: `device/${deviceKey(match)}/${state}`, kind: 'device', subject: name, message: `${name} ${message}.`, remedy: hint ?? remedy, disarms };
};

const plugIn = 'Plug it in again, at the same socket if you can.';
const words: Readonly<Record<DeviceState, { readonly message: string; readonly remedy: string }>> = {
  ok: { message: 'works', remedy: '' },
  absent: { message: 'is not plugged in', remedy: plugIn },
  unreadable: { message: 'cannot be read', remedy: plugIn },
  stuck: { message: 'has been held down for too long: a press would not be noticed', remedy: 'See whether something lies on it or a foot rests there; if not, unplug it and try another one.' },
  chattering: { message: 'closes and opens without rest: presses cannot be told from the noise', remedy: 'Its contact or cable is worn. Use another one.' },
  unplugged: { message: 'has lost its switch: the cable between the switch and its interface is out', remedy: 'Push the plug of the switch into the interface until it clicks.' },
};

const noTrigger: Finding = { key: 'trigger', kind: 'trigger', subject: 'triggers', message: 'No pedal, key or spot that calls for help is bound on this station.', remedy: 'Bind one in the settings, or with quietbell bind.', disarms: true };

const nothingHears: Finding = {
  key: 'trigger/window',
  kind: 'trigger',
  subject: 'triggers',
  message: 'Only a key or the spot on the screen is bound here, and no window is connected that would hear it.',
  remedy: 'Open the window of this station, or bind a pedal: it works without one.',
  disarms: true,
};

const beingBound: Finding = { key: 'capture', kind: 'trigger', subject: 'triggers', message: 'A trigger is being bound: until that is done, pedals and buttons raise no alarm.', remedy: 'Finish or leave the settings in which it is bound.', disarms: true };
