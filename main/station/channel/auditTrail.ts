import type { LookupFunction } from 'node:net';
import { describeError } from '../../channel/describeError.ts';
import { formatSyslog } from '../../channel/syslogLine.ts';
import { syslogReceiver } from '../../channel/syslog.ts';
import { writeSyslog, type SyslogReceiver } from '../../channel/syslogWire.ts';
import type { ChannelSettings } from '../../contract/channel.ts';
import type { ChannelFile } from '../../core/channel/foldChannel.ts';
import type { EventRecord } from '../../core/event/replica.ts';
import type { Stop } from '../../core/environment.ts';
import { decodeEvent } from '../../ledger/encoding.ts';
import { sha256, toHex } from '../../platform/primitives.ts';
import type { StationContext } from '../context.ts';

type SyslogSettings = Extract<ChannelSettings, { type: 'syslog' }>;

/**
 * The audit trail: one line an event of this station, from the first on, to each syslog receiver that wants it. A line says what happened to
 * which subject and when, with the event's number and hash; no names, no words of people. At least once: a line may come again after an
 * outage, with the same number.
 */
export interface AuditTrail {
  /** Once a second: begins with new receivers, ends with those that are no more. Never throws. */
  readonly tick: () => void;
  readonly stop: Stop;
}

export interface AuditTrailDependencies {
  readonly context: StationContext;
  /** The channels that this station may use. */
  readonly channels: () => readonly Pick<ChannelFile, 'id' | 'settings'>[];
  readonly lookup?: LookupFunction;
  /** Evenly between 0 and 1. */
  readonly random?: () => number;
}

/** As much is read and sent at once. Bytes. */
const batchBytes = 64 * 1024;
/** What happens within this time goes together, and never in the way of an alarm that is being raised. Milliseconds. */
const gathering = 200;
const timeLimit = 15_000;
const firstPause = 1000;
const longestPause = 60_000;

export const createAuditTrail = ({ context, channels, lookup, random = Math.random }: AuditTrailDependencies): AuditTrail => {
  const { ledger } = context;
  let feeds: ReadonlyMap<string, Feed> = new Map();

  const tick = (): void => {
    const before = feeds;
    const wanted = channels().flatMap(({ id, settings }): (readonly [string, string, SyslogSettings])[] => (settings.type === 'syslog' && settings.audit ? [[`${id}/${JSON.stringify(settings)}`, id, settings]] : []));
    feeds = new Map(wanted.map(([key, id, settings]) => [key, before.get(key) ?? createFeed(context, id, settings, { random, ...(lookup === undefined ? {} : { lookup }) })]));
    for (const [key, feed] of before) if (!feeds.has(key)) feed.stop();
  };

  const stopListening = ledger.onCommitted((records) => {
    if (records.some((record) => record.origin === context.identity.station.id)) for (const feed of feeds.values()) feed.wake();
  });
  return {
    tick,
    stop: () => {
      stopListening();
      for (const feed of feeds.values()) feed.stop();
      feeds = new Map();
    },
  };
};

interface Feed {
  readonly wake: () => void;
  readonly stop: Stop;
}

/** One receiver: batch after batch until it has everything, then whenever there is more. */
const createFeed = ({ ledger, identity, log }: StationContext, channel: string, settings: SyslogSettings, { random, ...found }: { readonly random: () => number; readonly lookup?: LookupFunction }): Feed => {
  const self = identity.station.id;
  // Another receiver behind the same channel gets everything from the beginning.
  const cursorName = `audit/${channel}/${settings.host}:${settings.port}`;
  const ending = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let woken = false;
  let failures = 0;
  let receiver: SyslogReceiver | null = null;

  const cursor = (): number => {
    const kept = ledger.local.secret(cursorName);
    return kept === undefined ? 0 : Number(Buffer.from(kept).readBigUInt64BE());
  };

  const keepCursor = (seq: number): void => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64BE(BigInt(seq));
    ledger.local.keepSecret(cursorName, bytes);
  };

  /** True while there may be more. */
  const sendBatch = async (): Promise<boolean> => {
    const records = ledger.read(self, cursor(), batchBytes);
    const last = records.at(-1);
    if (last === undefined) return false;
    receiver ??= { ...syslogReceiver(settings), ...found };
    await writeSyslog(receiver, records.flatMap((record) => auditLine(record, settings.facility)), AbortSignal.any([ending.signal, AbortSignal.timeout(timeLimit)]));
    keepCursor(last.seq);
    return true;
  };

  const run = async (): Promise<void> => {
    if (running) return;
    running = true;
    try {
      while (!ending.signal.aborted && (await sendBatch())) failures = 0;
      failures = 0;
    } catch (error) {
      failures += 1;
      if (failures === 1 && !ending.signal.aborted) log.warn({ channel, error: describeError(error) }, 'the audit trail waits for its receiver');
    } finally {
      running = false;
    }
    if (woken) plan(gathering);
    woken = false;
    if (failures > 0) plan(Math.min(longestPause, firstPause * 2 ** (failures - 1)) * (0.75 + 0.5 * random()));
  };

  const plan = (milliseconds: number): void => {
    clearTimeout(timer);
    if (ending.signal.aborted) return;
    timer = setTimeout(() => void run(), milliseconds);
    timer.unref();
  };

  plan(gathering);
  return {
    // While it fails, the pause is kept.
    wake: () => {
      if (running) woken = true;
      else if (failures === 0) plan(gathering);
    },
    stop: () => {
      ending.abort();
      clearTimeout(timer);
    },
  };
};

const auditLine = ({ bytes }: EventRecord, facility: number): readonly string[] => {
  const event = decodeEvent(bytes);
  if (event === null) return [];
  const { origin, seq, kind, subject, wall } = event;
  return [formatSyslog({ facility, severity: 6, at: wall, messageId: 'audit', facts: { origin, seq: String(seq), kind, subject, time: new Date(wall).toISOString(), hash: toHex(sha256(bytes)) }, text: `${kind} ${subject}` })];
};
