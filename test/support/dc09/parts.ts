import type { LookupFunction } from 'node:net';
import { dc09SettingsSchema } from '../../../main/contract/channel.ts';
import type { OutgoingMessage } from '../../../main/core/channel/message.ts';
import { createDc09Driver } from '../../../main/channel/dc09/dc09Channel.ts';
import type { ChannelOf, Driver } from '../../../main/channel/driver.ts';
import { createNoRelays } from '../../../native/noRelays.ts';

export const stationId = '00112233445566778899aabbccddeeff';

export const outgoing = (changes: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  id: 'message-1',
  occasion: 'raised',
  kind: 'real',
  level: 'emergency',
  alarm: '01923456-7890-7abc-8def-0123456789ab',
  fault: null,
  site: 'Elm Library',
  station: 'Desk 2',
  stationId,
  sentBy: 'Back office',
  place: 'Ground floor',
  zone: 7,
  at: Date.now(),
  subject: 'Emergency at Ground floor',
  text: 'Emergency at Desk 2, Ground floor',
  ...changes,
});

export interface SenderOptions {
  readonly settings: Partial<ChannelOf<'dc09'>['settings']> & { readonly port: number };
  readonly key?: string;
  readonly safeForDrills?: boolean;
  readonly now?: () => number;
  readonly lookup?: LookupFunction;
  readonly counter?: { readonly next: (most: number) => number };
}

/** A sender as the courier makes it. `port` is the primary receiver's; what is left out has the defaults of the contract. */
export const createSender = ({ settings: { port, ...settings }, key, safeForDrills = false, now = Date.now, lookup, counter = countUp() }: SenderOptions): Driver =>
  createDc09Driver(
    {
      id: 'arc',
      name: 'Alarm-receiving centre',
      settings: { ...dc09SettingsSchema.parse({ type: 'dc09', account: '1234', primary: { host: '127.0.0.1', port }, timeout: 10 }), ...settings },
      secrets: key === undefined ? {} : { encryptionKey: key },
      secretsSet: key === undefined ? [] : ['encryptionKey'],
      safeForDrills,
      reachesPolice: true,
      from: [],
    },
    { clock: { now }, log: silent, relays: createNoRelays(), counter: () => counter, ...(lookup === undefined ? {} : { lookup }) },
  );

export const never = new AbortController().signal;

export const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** 1, 2 … and from the beginning after the most: the contract of `DriverDependencies.counter`. */
export const countUp = (start = 0): { readonly next: (most: number) => number } => {
  let last = start;
  return { next: (most) => (last = last >= most ? 1 : last + 1) };
};
