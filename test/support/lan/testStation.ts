import type { EnrolledStation, Papers, StationIdentity } from '../../../main/core/site/identity.ts';
import type { Lan, Roster } from '../../../main/core/site/lan.ts';
import { createLan } from '../../../main/lan/lan.ts';
import { defaultTiming } from '../../../main/lan/timing.ts';
import type { Timing } from '../../../main/lan/timing.ts';
import { createMemoryParts, type MemoryParts } from './memoryParts.ts';
import { createMemoryReplica } from './memoryReplica.ts';
import type { MemoryReplica } from './memoryReplica.ts';
import { createMemoryInvitations, createMemoryLog, createMemoryPapers, createMemoryRoster } from './memorySite.ts';
import type { MemoryLog } from './memorySite.ts';

/** The real rules with short pauses. */
export const quickTiming: Timing = { ...defaultTiming, heartbeat: 100, silence: 500, redialFirst: 20, redialLongest: 150, dial: 2_000, tell: 10, relay: 40, whereabouts: 40, partPause: 1, partRetry: 40, partLate: 400, quarantine: 60_000, close: 300 };

export interface TestStation {
  readonly id: string;
  readonly identity: StationIdentity;
  readonly lan: Lan;
  readonly replica: MemoryReplica;
  readonly parts: MemoryParts;
  readonly roster: Roster;
  readonly invitations: ReturnType<typeof createMemoryInvitations>;
  readonly log: MemoryLog;
  readonly address: () => string;
  readonly connectedTo: (other: { readonly id: string }) => boolean;
}

export interface TestStationOptions {
  readonly listen?: string;
  readonly fixedAddresses?: readonly string[];
  /** What an earlier life of the same station left behind. */
  readonly before?: Pick<TestStation, 'roster' | 'replica' | 'parts'>;
  readonly roster?: readonly EnrolledStation[];
  /** Ids of stations it has no way to: their addresses are never known here. */
  readonly cutOffFrom?: readonly string[];
  readonly timing?: Partial<Timing>;
  readonly now?: () => number;
  readonly armed?: () => boolean;
  readonly attended?: () => boolean;
  readonly isRetired?: (station: string) => boolean;
  readonly papers?: Papers;
  readonly onEnrolled?: (station: EnrolledStation) => void;
  readonly wrapParts?: (parts: MemoryParts) => MemoryParts;
  readonly wrapReplica?: (replica: MemoryReplica) => MemoryReplica;
}

/** A station's LAN on loopback over a ledger in memory; started. */
export const startStation = async (identity: StationIdentity, options: TestStationOptions = {}): Promise<TestStation> => {
  const kept = options.before?.roster ?? createMemoryRoster(options.roster ?? [identity.station]);
  const cutOffFrom = new Set(options.cutOffFrom);
  const roster: Roster = { ...kept, addresses: () => new Map([...kept.addresses()].filter(([station]) => !cutOffFrom.has(station))) };
  const bare = options.before?.replica ?? createMemoryReplica(identity, roster);
  const replica = options.wrapReplica?.(bare) ?? bare;
  const keptParts = options.before?.parts ?? createMemoryParts();
  const parts = options.wrapParts?.(keptParts) ?? keptParts;
  const invitations = createMemoryInvitations();
  const log = createMemoryLog();
  const lan = createLan(
    {
      papers: options.papers ?? createMemoryPapers(identity),
      replica,
      parts,
      roster,
      invitations,
      log,
      clock: { now: options.now ?? Date.now },
      listen: options.listen ?? '127.0.0.1:0',
      fixedAddresses: options.fixedAddresses ?? [],
      discover: false,
      isRetired: options.isRetired ?? (() => false),
      siteName: () => 'Central Library',
      armed: options.armed ?? (() => true),
      attended: options.attended ?? (() => true),
      onEnrolled: options.onEnrolled ?? roster.add,
    },
    { ...quickTiming, ...options.timing },
  );
  const started = await lan.start();
  if (!started.ok) throw new Error(started.error.message);
  return {
    id: identity.station.id,
    identity,
    lan,
    replica,
    parts: keptParts,
    roster,
    invitations,
    log,
    address: () => lan.listening() ?? started.value.listening,
    connectedTo: (other) => lan.links().some((link) => link.station === other.id && link.connected),
  };
};
