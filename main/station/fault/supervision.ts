import type { Problem } from '../../contract/problem.ts';
import type { Fault, Peer, Status } from '../../contract/station.ts';
import type { Binding } from '../../contract/trigger.ts';
import { clockFindings, type ClockFacts } from '../../core/fault/clockFindings.ts';
import type { Finding } from '../../core/fault/finding.ts';
import { peerFindings, type KnownChannel } from '../../core/fault/peerFindings.ts';
import { attachmentFindings, channelFindings, diskFindings, hostFindings, ledgerFindings, networkFindings, problemFindings, windowFindings, type AttachmentFacts, type DiskFacts, type LedgerFacts } from '../../core/fault/stationFindings.ts';
import { triggerFindings } from '../../core/fault/triggerFindings.ts';
import type { LinkState } from '../../core/site/lan.ts';
import type { Devices } from '../../core/trigger/devices.ts';
import type { Attendance } from './attendance.ts';
import { fileOf, ownFile, type StationContext } from '../context.ts';
import type { HostFinding } from '../station.ts';

export interface SupervisionDependencies {
  readonly context: StationContext;
  readonly siteName: () => string;
  readonly devices: Devices;
  readonly bindings: () => readonly Binding[];
  /** True while a press would bind something instead of raising an alarm. */
  readonly capturing: () => boolean;
  readonly attendance: Pick<Attendance, 'windows' | 'withoutWindowFor' | 'touchedLately'>;
  readonly signedIn: () => boolean;
  readonly links: () => readonly LinkState[];
  readonly clock: () => ClockFacts;
  readonly isRetired: (station: string) => boolean;
  /** What is amiss with this station's certificate and the site's authority. */
  readonly papers: () => readonly Finding[];
  /** What is locked after wrong PINs. */
  readonly signIns: () => readonly Finding[];
  readonly listening: () => string | null;
  readonly channels: () => readonly KnownChannel[];
  readonly disk: () => DiskFacts;
  readonly attachments: () => AttachmentFacts;
  readonly backups: { readonly findings: () => readonly Finding[]; readonly summary: () => Status['backup'] };
  readonly planProblems: () => readonly Pick<Problem, 'message' | 'remedy'>[];
  /** False for a command that only looks into the ledger: then neither devices nor peers can be judged. */
  readonly live: boolean;
  /** The host shows a window: one that is missing is a fault. */
  readonly expectsWindow: boolean;
  readonly retention: () => readonly Finding[];
  readonly procedureProblems: readonly Problem[];
  readonly hostFindings: readonly HostFinding[];
}

/** Armed is a measured state: this is where it is measured. */
export interface Supervision {
  /** Measures now. */
  readonly status: () => Status;
  /** As it was measured last, at most a second ago: for whoever asks often. */
  readonly armed: () => boolean;
  readonly findings: () => readonly Finding[];
  /** A window is connected, and somebody touched it lately or is signed in. */
  readonly attended: () => boolean;
}

export const createSupervision = (deps: SupervisionDependencies): Supervision => {
  const { context, siteName, devices, bindings, capturing, attendance, signedIn, listening, isRetired, channels, disk, planProblems, live } = deps;
  const { ledger, identity, clock } = context;
  const since = new Map<string, string>();
  let armed = false;
  let findings: readonly Finding[] = [];

  const attended = (): boolean => attendance.windows() > 0 && (signedIn() || attendance.touchedLately());

  const peersOf = (links: readonly LinkState[]): Peer[] => {
    const byStation = new Map(links.map((link) => [link.station, link]));
    return ledger.local.roster
      .list()
      .filter((station) => station.id !== identity.station.id && !isRetired(station.id))
      .map((station) => {
        const { name, place } = fileOf(ledger, station);
        const link = byStation.get(station.id);
        return {
          station: name,
          id: station.id,
          place,
          connected: link?.connected ?? false,
          lastHeardAt: link?.lastHeardAt == null ? null : new Date(link.lastHeardAt).toISOString(),
          armed: link?.armed ?? null,
          attended: link?.attended ?? null,
        };
      })
      .toSorted((a, b) => (a.station < b.station ? -1 : 1));
  };

  /** With the names of those that are waited for. */
  const restoring = (): LedgerFacts['restoring'] => {
    const pending = ledger.condition().restoring;
    const known = ledger.local.roster.list();
    return pending === null ? null : { from: pending.from, waitsFor: pending.waitsFor.map((id) => fileOf(ledger, known.find((station) => station.id === id) ?? { id, name: id.slice(0, 8), place: '' }).name) };
  };

  const find = (peers: readonly Peer[], links: readonly LinkState[], known: readonly KnownChannel[]): readonly Finding[] => [
    ...ledgerFindings({ ...ledger.condition(), restoring: restoring(), takesWrites: ledger.takesWrites() }),
    ...diskFindings(disk()),
    ...(live ? attachmentFindings(deps.attachments()) : []),
    ...triggerFindings({ devices: live ? devices.list() : [], bindings: bindings(), windows: live ? attendance.windows() : 1, capturing: capturing() }),
    ...(live ? [...peerFindings(peers, links, known), ...networkFindings(listening()), ...deps.papers(), ...channelFindings(known), ...deps.backups.findings(), ...windowFindings(deps.expectsWindow, attendance.withoutWindowFor())] : []),
    ...deps.signIns(),
    ...clockFindings(deps.clock(), peers, links),
    ...problemFindings('plan', planProblems()),
    ...problemFindings('procedure', deps.procedureProblems),
    ...deps.retention(),
    ...hostFindings(deps.hostFindings),
  ];

  const dated = (): Fault[] => {
    const keys = new Set(findings.map((finding) => finding.key));
    for (const key of since.keys()) if (!keys.has(key)) since.delete(key);
    return findings.map(({ key, kind, subject, message, remedy }) => {
      const began = since.get(key) ?? new Date(clock.now()).toISOString();
      since.set(key, began);
      return { id: key, kind, subject, message, remedy, since: began };
    });
  };

  return {
    armed: () => armed,
    findings: () => findings,
    attended,
    status: () => {
      const own = ownFile(context);
      const links = deps.links();
      const peers = peersOf(links);
      const known = channels();
      findings = find(peers, links, known);
      armed = live && !findings.some((finding) => finding.disarms);
      return {
        site: siteName(),
        station: own.name,
        stationId: own.id,
        place: own.place,
        armed,
        heardBy: peers.filter((peer) => peer.connected).length,
        attendedBy: peers.filter((peer) => peer.connected && peer.attended === true).length,
        attended: attended(),
        windows: attendance.windows(),
        listening: listening(),
        peers,
        devices: devices.list().filter((device) => device.bound).map(({ name, state }) => ({ name, state })),
        channels: known.map(({ id, name, state }) => ({ id, name, state })),
        backup: deps.backups.summary(),
        faults: dated(),
        rebuilding: ledger.rebuilding(),
      };
    },
  };
};
