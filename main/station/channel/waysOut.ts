import { createCourier } from '../../channel/courier.ts';
import { drivers } from '../../channel/drivers.ts';
import { createLookup } from '../../channel/lookup.ts';
import type { Courier } from '../../core/channel/courier.ts';
import type { Relays } from '../../core/channel/relays.ts';
import { createAuditTrail } from './auditTrail.ts';
import { createChannels, type Channels } from './channels.ts';
import type { StationContext } from '../context.ts';
import { createCounters } from './counters.ts';
import { createZones, type Zones } from './zones.ts';

/** Everything that leaves the site: the channels, who carries messages out on them, and the audit trail. */
export interface WaysOut {
  readonly courier: Courier;
  readonly channels: Channels;
  readonly zones: Zones;
  /** Once a second, and when a station came or went. Never throws. */
  readonly tick: () => void;
  readonly stop: () => Promise<void>;
}

export interface WaysOutDependencies {
  readonly context: StationContext;
  readonly relays: Relays;
  readonly siteName: () => string;
  /** Ids of the stations that are connected now. */
  readonly connected: () => readonly string[];
  /** False for a command that only looks into the ledger: nothing leaves the site then. */
  readonly live: boolean;
}

export const createWaysOut = ({ context, relays, siteName, connected, live }: WaysOutDependencies): WaysOut => {
  const { clock, log } = context;
  const lookup = createLookup();
  const courier = createCourier({ clock, log, relays, counter: createCounters(context), lookup }, drivers);
  const zones = createZones(context);
  const channels = createChannels({ context, courier, siteName, connected, zones, live });
  const audit = createAuditTrail({ context, channels: channels.usable, lookup });
  const tick = (): void => {
    zones.tick();
    channels.tick();
    audit.tick();
  };
  tick();
  return {
    courier,
    channels,
    zones,
    tick,
    stop: async () => {
      zones.stop();
      channels.stop();
      audit.stop();
      await courier.close();
    },
  };
};
