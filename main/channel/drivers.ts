import type { ChannelType } from '../contract/channel.ts';
import type { UsableChannel } from '../core/channel/courier.ts';
import { createDc09Driver } from './dc09/dc09Channel.ts';
import type { Driver, DriverDependencies, MakeDriver } from './driver.ts';
import { createEmailDriver } from './email.ts';
import { createMqttDriver } from './mqtt.ts';
import { createRelayDriver } from './relayChannel.ts';
import { createSyslogDriver } from './syslog.ts';
import { createWebhookDriver } from './webhook.ts';

/** One maker a type of channel. */
export type Drivers = { readonly [Type in ChannelType]: MakeDriver<Type> };

export const makeDriver = (drivers: Drivers, channel: UsableChannel, deps: DriverDependencies): Driver => {
  const { settings, ...rest } = channel;
  switch (settings.type) {
    case 'email':
      return drivers.email({ ...rest, settings }, deps);
    case 'webhook':
      return drivers.webhook({ ...rest, settings }, deps);
    case 'mqtt':
      return drivers.mqtt({ ...rest, settings }, deps);
    case 'dc09':
      return drivers.dc09({ ...rest, settings }, deps);
    case 'relay':
      return drivers.relay({ ...rest, settings }, deps);
    case 'syslog':
      return drivers.syslog({ ...rest, settings }, deps);
  }
};

export const drivers: Drivers = { email: createEmailDriver, webhook: createWebhookDriver, mqtt: createMqttDriver, dc09: createDc09Driver, relay: createRelayDriver, syslog: createSyslogDriver };
