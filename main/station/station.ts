import type { SupportedMessagePort } from '@orpc/client/message-port';
import type { WebSocket } from 'ws';
import type { Fault, StationClient } from '../contract/index.ts';
import type { Relays } from '../core/channel/relays.ts';
import type { Log } from '../core/environment.ts';
import type { Devices } from '../core/trigger/devices.ts';
import type { Codes } from './staff/codes.ts';

/**
 * Who is calling. A `window` stands on a counter: private things need a sign-in there, one for the whole terminal (see
 * decision 7). A `command` came through the local socket that only the owner of the data folder may open: it may do everything.
 */
export type Door = 'window' | 'command';

/**
 * What oRPC answers on: Node's `MessagePort` (an event target) or Electron's `MessagePortMain` (an emitter, whose messages
 * arrive wrapped in `{ data }`). Whoever hands over a `MessagePortMain` starts it afterwards.
 */
export type StationPort = SupportedMessagePort & { readonly close: () => void };

export interface StationOptions {
  /** Absolute path; made with owner-only rights when it is missing. */
  readonly dataFolder: string;
  /**
   * The database key, 32 bytes, from the operating system's key store (Electron's `safeStorage`).
   * Null: it is kept in a file in the data folder that only its owner may read.
   */
  readonly databaseKey: Uint8Array | null;
  /** `host:port` for the other stations; overrides the configuration. Null: as configured, else port 7411 on all addresses. */
  readonly listen: string | null;
  /** Starts the LAN and the devices. False for a command that only looks into the ledger. */
  readonly live: boolean;
  readonly devices: Devices;
  readonly relays: Relays;
  readonly log: Log;
  /** At what cost PINs and badges are hashed. A sound one unless told otherwise. */
  readonly codes?: Codes;
  /** What the host found wrong outside of the station (a key store that protects nothing): shown among the faults. */
  readonly hostFindings?: readonly HostFinding[];
  /** The host shows a window of this station: when none is connected for a while, that is a fault. A box in a cupboard has none. */
  readonly expectsWindow?: boolean;
}

export type HostFinding = Pick<Fault, 'subject' | 'message' | 'remedy'>;

/** One desk terminal; the same object in every host. */
export interface Station {
  readonly phase: () => 'new' | 'ready';
  /** The contract as plain functions, in this process. */
  readonly client: (door: Door) => StationClient;
  /** Answers the contract on a WebSocket (of the package `ws`) until it closes. */
  readonly serveWebSocket: (socket: WebSocket, door: Door) => void;
  /** Answers the contract on a MessagePort until it closes. */
  readonly serveMessagePort: (port: StationPort, door: Door) => void;
  /** Ends links, devices and relay boards, then the ledger. Always to be awaited before the process ends. */
  readonly close: () => Promise<void>;
}
