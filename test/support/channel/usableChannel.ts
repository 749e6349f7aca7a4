import { channelSettingsSchema, type ChannelSecrets, type ChannelSettings } from '../../../main/contract/channel.ts';
import { createCourier } from '../../../main/channel/courier.ts';
import { drivers as realDrivers, type Drivers } from '../../../main/channel/drivers.ts';
import type { DriverDependencies } from '../../../main/channel/driver.ts';
import type { Courier, UsableChannel } from '../../../main/core/channel/courier.ts';
import type { OutgoingMessage } from '../../../main/core/channel/message.ts';
import type { Log } from '../../../main/core/environment.ts';
import { createNoRelays } from '../../../native/noRelays.ts';

/** Settings as somebody would send them: what has a default is left out. */
type Sent = { readonly type: ChannelSettings['type'] } & Readonly<Record<string, unknown>>;

export const usableChannel = (id: string, settings: Sent, secrets: ChannelSecrets = {}, rest: Partial<UsableChannel> = {}): UsableChannel => ({
  id,
  name: id,
  settings: channelSettingsSchema.parse(settings),
  secrets,
  secretsSet: Object.keys(secrets),
  safeForDrills: false,
  reachesPolice: false,
  from: [],
  ...rest,
});

export const callForHelp: OutgoingMessage = {
  id: '01900000-0000-7000-8000-000000000001/raised',
  occasion: 'raised',
  kind: 'real',
  level: 'emergency',
  alarm: '01900000-0000-7000-8000-000000000001',
  fault: null,
  site: 'Central Library',
  station: 'Desk 2',
  stationId: '0123456789abcdef0123456789abcdef',
  sentBy: 'Desk 1',
  place: 'Reading room, 2nd floor',
  zone: 2,
  at: Date.UTC(2026, 10, 24, 9, 30, 15, 250),
  subject: 'Emergency at Reading room, 2nd floor',
  text: 'Central Library: Desk 2, Reading room, 2nd floor.\nNobody has answered yet.',
};

export const drill: OutgoingMessage = { ...callForHelp, id: `${callForHelp.id}/drill`, kind: 'drill' };

/** Everything that was logged, as text. */
export const recordingLog = (): Log & { readonly text: () => string } => {
  const lines: string[] = [];
  const write = (facts: object, message: string): void => void lines.push(`${message} ${JSON.stringify(facts)}`);
  return { debug: write, info: write, warn: write, error: write, text: () => lines.join('\n') };
};

export const driverDependencies = (log: Log = recordingLog()): DriverDependencies => {
  let number = 0;
  return { clock: { now: Date.now }, log, relays: createNoRelays(), counter: () => ({ next: (most) => (number = number >= most ? 1 : number + 1) }) };
};

export interface TestCourier extends Courier {
  readonly logged: () => string;
}

/** The real courier with the real drivers, or some of them replaced by the same with other limits. */
export const testCourier = (channels: readonly UsableChannel[], drivers: Partial<Drivers> = {}): TestCourier => {
  const log = recordingLog();
  const courier = createCourier(driverDependencies(log), { ...realDrivers, ...drivers });
  courier.use(channels);
  return { ...courier, logged: log.text };
};
