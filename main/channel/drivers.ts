import type { ChannelType } from '../contract/channel.ts';
import type { UsableChannel } from '../core/channel/courier.ts';
import { createDc09Driver } from './dc09/dc09Channel.ts';
import type { Driver, DriverDependencies, MakeDriver } from './driver.ts';
import { createRelayDriver } from './relayChannel.ts';

/** One maker a type of channel. */
export type Drivers = { readonly [Type in ChannelType]?: MakeDriver<Type> };

/** Null for a type that this program has no driver for. */
export const makeDriver = (drivers: Drivers, channel: UsableChannel, deps: DriverDependencies): Driver | null => {
  const { settings, ...rest } = channel;
  switch (settings.type) {
    case 'email':
      return drivers.email?.({ ...rest, settings }, deps) ?? null;
    case 'webhook':
      return drivers.webhook?.({ ...rest, settings }, deps) ?? null;
    case 'mqtt':
      return drivers.mqtt?.({ ...rest, settings }, deps) ?? null;
    case 'dc09':
      return drivers.dc09?.({ ...rest, settings }, deps) ?? null;
    case 'relay':
      return drivers.relay?.({ ...rest, settings }, deps) ?? null;
    case 'syslog':
      return drivers.syslog?.({ ...rest, settings }, deps) ?? null;
  }
};

export const drivers: Drivers = { dc09: createDc09Driver, relay: createRelayDriver };
