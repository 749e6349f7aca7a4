import type { Fault } from '../../contract/station.ts';
import type { Problem } from '../../contract/problem.ts';
import type { Finding } from './finding.ts';
import type { KnownChannel } from './peerFindings.ts';

/** Below this much free space (bytes) the ledger and the system itself are soon in trouble. */
const leastSpace = 200_000_000;
/** A window that crashed is back sooner than this. Milliseconds. */
const windowPatience = 20_000;

/** How it stands with the ledger. */
export interface LedgerFacts {
  readonly takesWrites: boolean;
  /** Own events that wait to be written. */
  readonly waiting: number;
  /** Events that were here before the file was replaced, and have not come back. */
  readonly missing: number;
  /** It was restored from a backup of this moment, and stations of these names have not said yet what they have of it. */
  readonly restoring: { readonly from: string; readonly waitsFor: readonly string[] } | null;
  /** Why another file stands there than before, and where that one lies now. */
  readonly replacement: { readonly reason: string; readonly keptAs: string | null } | null;
}

export const ledgerFindings = ({ takesWrites, waiting, missing, restoring, replacement }: LedgerFacts): readonly Finding[] => [
  ...(takesWrites ? [] : [{ ...aboutLedger, key: 'ledger', message: `The ledger takes no writes${waiting === 0 ? '' : `, and ${waiting} entries wait`}; calls still go out.`, remedy: 'Check the space on the disk and the rights of the data folder.', disarms: true }]),
  ...(restoring === null || restoring.waitsFor.length === 0
    ? []
    : [
        {
          ...aboutLedger,
          key: 'ledger/restoring',
          message: `This station was restored from a backup of ${restoring.from.slice(0, 10)} and writes no records until it has heard from ${restoring.waitsFor.join(', ')}; calls go out.`,
          remedy: 'Start those stations. One that is gone for good has to be retired; if all are, restore again in a new data folder with --others-are-gone.',
          disarms: false,
        },
      ]),
  ...(missing === 0
    ? []
    : [
        {
          ...aboutLedger,
          key: 'ledger/missing',
          message: `The ledger was ${restoring !== null ? 'restored from a backup' : replacement?.reason === 'lost' ? 'gone and was begun anew' : 'damaged and was begun anew'}; ${missing} entries are not back yet.`,
          remedy: `The other stations bring back what they have. ${replacement?.keptAs == null ? 'Look into the backup for the rest.' : `What was there before lies in ${replacement.keptAs}: keep it.`}`,
          disarms: false,
        },
      ]),
];

const aboutLedger = { kind: 'ledger', subject: 'ledger' } as const;

/** What is known of the disk that the data folder lies on; null while nothing is. */
export interface DiskFacts {
  /** Bytes that this account may still write. */
  readonly free: number | null;
  /** It has been asked, and has not answered for a while. */
  readonly hangs: boolean;
}

export const diskFindings = ({ free, hangs }: DiskFacts): readonly Finding[] => {
  const disk = { key: 'disk', kind: 'disk', subject: 'disk', disarms: false } as const;
  if (hangs) return [{ ...disk, message: 'The disk of the data folder does not answer.', remedy: 'Check the disk, and that the data folder does not lie on a network drive.' }];
  if (free === null || free >= leastSpace) return [];
  return [{ ...disk, message: `The disk of the data folder has ${Math.floor(free / 1_000_000)} MB left.`, remedy: `Free some space: below ${leastSpace / 1_000_000} MB records may soon not be kept. Calls go out even when it is full.` }];
};

/** How it stands with the files of records. */
export interface AttachmentFacts {
  /** Files of which parts are missing here. */
  readonly waiting: number;
  /** Those of them for which there is no room. */
  readonly withoutRoom: number;
  /** The last part that came could not be written. */
  readonly unwritable: boolean;
}

export const attachmentFindings = ({ withoutRoom, unwritable }: AttachmentFacts): readonly Finding[] => {
  const about = { kind: 'disk', subject: 'attachments', disarms: false } as const;
  return [
    ...(withoutRoom === 0 ? [] : [{ ...about, key: 'attachments/room', message: `There is no room here for ${withoutRoom} ${withoutRoom === 1 ? 'file' : 'files'} of records; other stations have them.`, remedy: 'Free some space on the disk, or let this station keep more (attachments in station.yaml).' }]),
    ...(unwritable ? [{ ...about, key: 'attachments/unwritable', message: 'Files of records cannot be written here.', remedy: 'Check the space on the disk and the rights of the folder attachments in the data folder.' }] : []),
  ];
};

/** @param withoutFor milliseconds for which no window has been connected; null while one is */
export const windowFindings = (expected: boolean, withoutFor: number | null): readonly Finding[] =>
  expected && withoutFor !== null && withoutFor >= windowPatience
    ? [{ key: 'window', kind: 'window', subject: 'window', message: 'No window of this station is connected: nobody would see a call here.', remedy: 'Open it in the browser (quietbell open prints its address), or start this terminal again.', disarms: false }]
    : [];

export const channelFindings = (channels: readonly KnownChannel[]): readonly Finding[] =>
  channels
    .filter(({ state }) => state.state === 'fault')
    .map(({ id, name, state }) => ({
      key: `channel/${id}`,
      kind: 'channel',
      subject: name,
      message: state.message === '' ? `${name} does not work.` : `${name}: ${state.message}`,
      remedy: 'Look into its settings, then send a test.',
      disarms: false,
    }));

export const networkFindings = (listening: string | null): readonly Finding[] =>
  listening === null ? [{ key: 'network', kind: 'network', subject: 'network', message: 'This station does not listen for the others.', remedy: 'Check the key "listen" in station.yaml and start again.', disarms: false }] : [];

/** Problems of documents and of the host, found when they were read. */
export const problemFindings = (kind: Extract<Fault['kind'], 'procedure' | 'plan'>, problems: readonly Pick<Problem, 'message' | 'remedy'>[]): readonly Finding[] =>
  problems.map(({ message, remedy }) => ({ key: `${kind}/${message}`, kind, subject: `${kind}s`, message, remedy, disarms: false }));

export const hostFindings = (found: readonly Pick<Fault, 'subject' | 'message' | 'remedy'>[]): readonly Finding[] =>
  found.map((finding) => ({ key: `host/${finding.subject}`, kind: 'configuration', ...finding, disarms: false }));
