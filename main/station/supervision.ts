import type { Problem } from '../contract/problem.ts';
import type { Fault, Peer, Status } from '../contract/station.ts';
import type { Binding } from '../contract/trigger.ts';
import type { LinkState } from '../core/site/lan.ts';
import type { Devices } from '../core/trigger/devices.ts';
import type { Attendance } from './attendance.ts';
import { fileOf, ownFile, type StationContext } from './context.ts';
import type { HostFinding } from './station.ts';

/** A clock that differs from a colleague's by more than this is a fault. Milliseconds. */
const largestOffset = 2 * 60 * 1000;
/** Before this moment no clock of a running Quietbell can be right. */
const earliestBelievable = Date.UTC(2025, 0, 1);

type Finding = Omit<Fault, 'since'>;

export interface SupervisionDependencies {
  readonly context: StationContext;
  readonly siteName: () => string;
  readonly devices: Devices;
  readonly bindings: () => readonly Binding[];
  /** True while a press would bind something instead of raising an alarm. */
  readonly capturing: () => boolean;
  readonly attendance: Pick<Attendance, 'windows' | 'touchedLately'>;
  readonly signedIn: () => boolean;
  readonly links: () => readonly LinkState[];
  readonly listening: () => string | null;
  /** False for a command that only looks into the ledger: then neither devices nor peers can be judged. */
  readonly live: boolean;
  readonly procedureProblems: readonly Problem[];
  readonly hostFindings: readonly HostFinding[];
}

/** Armed is a measured state: this is where it is measured. */
export interface Supervision {
  readonly status: () => Status;
  /** As it was measured last, at most a second ago: for whoever asks often. */
  readonly armed: () => boolean;
  /** A window is connected, and somebody touched it lately or is signed in. */
  readonly attended: () => boolean;
}

export const createSupervision = ({ context, siteName, devices, bindings, capturing, attendance, signedIn, links, listening, live, procedureProblems, hostFindings }: SupervisionDependencies): Supervision => {
  const { ledger, identity, clock } = context;
  const since = new Map<string, string>();
  let armed = false;
  const attended = (): boolean => attendance.windows() > 0 && (signedIn() || attendance.touchedLately());

  const peers = (): Peer[] => {
    const byStation = new Map(links().map((link) => [link.station, link]));
    return ledger.local.roster
      .list()
      .filter((station) => station.id !== identity.station.id)
      .map((station) => {
        const { name, place } = fileOf(ledger, station);
        const link = byStation.get(station.id);
        return { station: name, id: station.id, place, connected: link?.connected ?? false, lastHeardAt: link?.lastHeardAt == null ? null : new Date(link.lastHeardAt).toISOString(), armed: link?.armed ?? null, attended: link?.attended ?? null };
      })
      .toSorted((a, b) => (a.station < b.station ? -1 : 1));
  };

  const findings = (known: readonly Peer[]): readonly Finding[] => [
    ...ledgerFindings(ledger.takesWrites()),
    ...(live ? [...deviceFindings(devices), ...peerFindings(known), ...distrustFindings(links(), nameIn(known)), ...networkFindings(listening())] : []),
    ...(bindings().length === 0 ? [noTrigger] : []),
    ...(capturing() ? [beingBound] : []),
    ...clockFindings(clock.now(), links(), nameIn(known)),
    ...procedureProblems.map((problem): Finding => ({ id: `procedure/${problem.message}`, kind: 'procedure', subject: 'procedures', message: problem.message, remedy: problem.remedy })),
    ...hostFindings.map((finding): Finding => ({ id: `host/${finding.subject}`, kind: 'configuration', ...finding })),
  ];

  const dated = (found: readonly Finding[]): Fault[] => {
    const ids = new Set(found.map((finding) => finding.id));
    for (const id of since.keys()) if (!ids.has(id)) since.delete(id);
    return found.map((finding) => {
      const began = since.get(finding.id) ?? new Date(clock.now()).toISOString();
      since.set(finding.id, began);
      return { ...finding, since: began };
    });
  };

  return {
    armed: () => armed,
    attended,
    status: () => {
      const own = ownFile(context);
      const known = peers();
      const faults = dated(findings(known));
      armed = live && !faults.some((fault) => disarming.has(fault.kind));
      return {
        site: siteName(),
        station: own.name,
        stationId: own.id,
        place: own.place,
        armed,
        heardBy: known.filter((peer) => peer.connected).length,
        attendedBy: known.filter((peer) => peer.connected && peer.attended === true).length,
        attended: attended(),
        windows: attendance.windows(),
        channels: [],
        listening: listening(),
        peers: known,
        devices: devices.list().filter((device) => device.bound).map(({ name, state }) => ({ name, state })),
        faults,
      };
    },
  };
};

/** Faults that mean: a press here might do nothing. A silent colleague is a fault too, but this station still works. */
const disarming: ReadonlySet<Fault['kind']> = new Set(['device', 'ledger', 'trigger']);

const ledgerFindings = (writable: boolean): readonly Finding[] =>
  writable ? [] : [{ id: 'ledger', kind: 'ledger', subject: 'ledger', message: 'The ledger takes no writes; calls still go out.', remedy: 'Check the space on the disk and the rights of the data folder.' }];

const deviceFindings = (devices: Devices): readonly Finding[] =>
  devices
    .list()
    .filter((device) => device.bound && device.state !== 'ok')
    .map((device) => ({
      id: `device/${device.name}/${device.match.portPath ?? device.match.serialNumber ?? ''}`,
      kind: 'device',
      subject: device.name,
      message: device.state === 'absent' ? `${device.name} is not plugged in.` : `${device.name} cannot be read.`,
      remedy: device.hint ?? 'Plug it in again, at the same socket if you can.',
    }));

const peerFindings = (peers: readonly Peer[]): readonly Finding[] =>
  peers
    .filter((peer) => !peer.connected)
    .map((peer) => ({
      id: `peer/${peer.id}`,
      kind: 'peer',
      subject: peer.station,
      message: `${peer.station} is not connected.`,
      remedy: 'See that it is switched on and on the network, and that Quietbell runs on it.',
    }));

const nameIn =
  (peers: readonly Peer[]) =>
  (id: string): string =>
    peers.find((peer) => peer.id === id)?.station ?? id;

const distrustFindings = (links: readonly LinkState[], nameOf: (id: string) => string): readonly Finding[] =>
  links
    .filter((link) => link.distrusted)
    .map((link) => ({
      id: `distrust/${link.station}`,
      kind: 'peer',
      subject: nameOf(link.station),
      message: `What ${nameOf(link.station)} sent does not fit the records held here; its calls are heard, its records wait.`,
      remedy: 'Type quietbell verify on both stations. One that was put back from a backup joins the site again in a new data folder.',
    }));

const networkFindings = (listening: string | null): readonly Finding[] =>
  listening === null ? [{ id: 'network', kind: 'network', subject: 'network', message: 'This station does not listen for the others.', remedy: 'Check the key "listen" in station.yaml and start again.' }] : [];

const noTrigger: Finding = { id: 'trigger', kind: 'trigger', subject: 'triggers', message: 'No pedal, key or spot is bound on this station.', remedy: 'Bind one in the settings, or with quietbell bind.' };

const beingBound: Finding = { id: 'capture', kind: 'trigger', subject: 'triggers', message: 'A trigger is being bound: until that is done, pedals and buttons raise no alarm.', remedy: 'Finish or leave the settings in which it is bound.' };

const clockFindings = (now: number, links: readonly LinkState[], nameOf: (id: string) => string): readonly Finding[] => {
  const remedy = 'Set the clock of this terminal, or let the system set it from the network.';
  if (now < earliestBelievable) return [{ id: 'clock', kind: 'clock', subject: 'clock', message: `The clock of this terminal says ${new Date(now).toISOString().slice(0, 10)}.`, remedy }];
  return links
    .filter((link) => link.connected && Math.abs(link.clockOffset ?? 0) > largestOffset)
    .map((link) => ({
      id: `clock/${link.station}`,
      kind: 'clock',
      subject: nameOf(link.station),
      message: `The clocks of this terminal and of ${nameOf(link.station)} differ by ${Math.round(Math.abs(link.clockOffset ?? 0) / 1000)} seconds.`,
      remedy,
    }));
};
