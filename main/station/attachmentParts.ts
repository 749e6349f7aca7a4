import { performance } from 'node:perf_hooks';
import { partBytes } from '../contract/attachment.ts';
import { partNames, type AttachmentFile } from '../core/attachment/foldAttachment.ts';
import type { PartName, PartReplica } from '../core/attachment/parts.ts';
import type { Log, Stop } from '../core/environment.ts';
import { createListeners } from '../core/listeners.ts';
import { subjectId, subjectOf, subjectType } from '../core/event/subject.ts';
import type { AttachmentFacts } from '../core/fault/stationFindings.ts';
import type { AttachmentStore } from '../ledger/attachmentStore.ts';
import type { Ledger } from '../ledger/ledger.ts';

/** Below this much free space (bytes) no file of another station is taken: what is left is for events. */
const leastSpace = 1_000_000_000;
/** After the last word of an alarm files wait so long. Milliseconds. */
const alarmSettles = 10_000;
/** An alarm that nobody closed keeps files waiting for this long. Milliseconds. */
const longestWait = 60 * 60_000;
/** After a part that could not be kept. Milliseconds. */
const pauseAfterFailure = 30_000;

/** Which parts of the site's files are here, and which are still to come. */
export interface AttachmentParts extends PartReplica {
  /** Looks once what is here; from then on it follows the events. */
  readonly ready: () => Promise<void>;
  readonly count: (file: AttachmentFile) => { readonly here: number; readonly of: number };
  readonly facts: () => AttachmentFacts;
  /** Something was put into the store beside this. */
  readonly look: (attachment: string) => void;
  /** Every part of every file is held against its address; what does not hold is fetched again. */
  readonly verify: () => Promise<{ checked: number; incomplete: { id: string; owner: string; missing: number; of: number }[] }>;
  readonly stop: Stop;
}

export interface AttachmentPartsDependencies {
  readonly ledger: Pick<Ledger, 'state' | 'states' | 'isErased' | 'onEvents' | 'onUrgent'>;
  readonly store: AttachmentStore;
  /** So many bytes of files this station keeps at most; what it was given itself it keeps in any case. */
  readonly limit: number;
  /** Bytes that may still be written to the disk; null while that is not known. */
  readonly freeSpace: () => number | null;
  readonly log: Log;
  readonly onChanged: () => void;
}

export const createAttachmentParts = ({ ledger, store, limit, freeSpace, log, onChanged }: AttachmentPartsDependencies): AttachmentParts => {
  /** By attachment, in the order in which they are fetched. */
  const missingByAttachment = new Map<string, readonly PartName[]>();
  const lookedFor = createListeners<void>(log);
  /** Attachments to be looked at, one after the other. */
  const waiting = new Set<string>();
  let looking = false;
  let begun: Promise<void> | null = null;
  let used = 0;
  let blockedUntil = 0;
  let failing = false;
  let alarmAt = Number.NEGATIVE_INFINITY;
  let openAlarm = { at: Number.NEGATIVE_INFINITY, is: false };

  const lookAt = async (attachment: string): Promise<void> => {
    const subject = subjectOf('attachment', attachment);
    if (ledger.isErased(subject)) {
      missingByAttachment.delete(attachment);
      await store.drop(attachment);
      used = await store.size();
      return;
    }
    const file = ledger.state('attachment', subject);
    if (file === undefined || ledger.isErased(file.owner)) return void missingByAttachment.delete(attachment);
    const held = new Set((await store.held(attachment)).map(({ address }) => address));
    const missing = partNames(file).filter(({ address }) => !held.has(address));
    if (missing.length > 0) missingByAttachment.set(attachment, missing);
    else missingByAttachment.delete(attachment);
  };

  const lookAtAll = async (): Promise<void> => {
    if (looking) return;
    looking = true;
    try {
      for (const attachment of waiting) {
        waiting.delete(attachment);
        await lookAt(attachment);
      }
    } catch (error) {
      log.error({ error: String(error) }, 'the folder of attachments cannot be read');
    } finally {
      looking = false;
    }
    onChanged();
    if (missingByAttachment.size > 0) lookedFor.tell();
  };

  const look = (attachment: string): void => {
    waiting.add(attachment);
    void lookAtAll();
  };

  const begin = async (): Promise<void> => {
    try {
      await store.tidy();
      used = await store.size();
      // Also what was erased while this station ended: of that only the folder is left.
      for (const attachment of [...(await store.list()), ...ledger.states('attachment').map(({ id }) => id)]) waiting.add(attachment);
    } catch (error) {
      log.error({ error: String(error) }, 'the folder of attachments cannot be read');
    }
    await lookAtAll();
  };

  const stops = [
    ledger.onEvents((events) => {
      for (const { subject } of events) {
        const type = subjectType(subject);
        if (type === 'alarm') alarmAt = performance.now();
        if (type === 'attachment') waiting.add(subjectId(subject));
      }
      if (waiting.size > 0) void lookAtAll();
    }),
    ledger.onUrgent(() => {
      alarmAt = performance.now();
    }),
  ];

  /** Asked for with every part, so the database is only looked into once a second. */
  const hasOpenAlarm = (): boolean => {
    const now = performance.now();
    if (now - openAlarm.at > 1000) {
      const since = new Date(Date.now() - longestWait).toISOString();
      openAlarm = { at: now, is: ledger.states('alarm', { open: true }).some(({ raisedAt }) => raisedAt > since) };
    }
    return openAlarm.is;
  };

  const hasRoom = (missing: readonly PartName[]): boolean => used + missing.length * partBytes <= limit;
  const diskIsFull = (): boolean => (freeSpace() ?? leastSpace) < leastSpace;

  /** Ids are made in the order of time. */
  const newestFirst = (): readonly (readonly PartName[])[] =>
    [...missingByAttachment]
      .toSorted(([a], [b]) => (a < b ? 1 : -1))
      .map(([, missing]) => missing)
      .filter(hasRoom);

  return {
    ready: () => (begun ??= begin()),
    count: (file) => {
      const of = partNames(file).length;
      return { here: of - (missingByAttachment.get(file.id)?.length ?? 0), of };
    },
    look,
    facts: () => ({ waiting: missingByAttachment.size, withoutRoom: diskIsFull() ? missingByAttachment.size : [...missingByAttachment.values()].filter((missing) => !hasRoom(missing)).length, unwritable: failing }),
    nextMissing: (except) => {
      if (missingByAttachment.size === 0 || performance.now() < blockedUntil || diskIsFull()) return null;
      const files = newestFirst();
      const thumbnail = files.find(([first]) => first?.number === 0 && !except(first))?.[0];
      if (thumbnail !== undefined) return thumbnail;
      for (const missing of files) {
        const part = missing.find((each) => !except(each));
        if (part !== undefined) return part;
      }
      return null;
    },
    read: async (part) => {
      if (ledger.isErased(subjectOf('attachment', part.attachment))) return null;
      const sealed = await store.read(part);
      if (sealed === null) look(part.attachment);
      return sealed;
    },
    keep: async (part, sealed) => {
      const before = missingByAttachment.get(part.attachment);
      if (before === undefined) return true;
      // Not asked for again while it is written.
      const left = before.filter(({ address }) => address !== part.address);
      if (left.length > 0) missingByAttachment.set(part.attachment, left);
      else missingByAttachment.delete(part.attachment);
      const kept = await store.keep(part, sealed);
      failing = !kept.ok;
      if (kept.ok) {
        used += sealed.length;
        onChanged();
      } else {
        log.warn({ attachment: part.attachment, problem: kept.error.message }, 'a part of a file could not be kept');
        blockedUntil = performance.now() + pauseAfterFailure;
      }
      // It may have been erased while it was written.
      if (!kept.ok || ledger.isErased(subjectOf('attachment', part.attachment))) look(part.attachment);
      return kept.ok;
    },
    isCalm: () => performance.now() - alarmAt > alarmSettles && !hasOpenAlarm(),
    onMissing: lookedFor.add,
    verify: async () => {
      const files = ledger.states('attachment').filter(({ owner }) => !ledger.isErased(owner));
      const incomplete = [];
      for (const file of files) {
        const names = partNames(file);
        let missing = 0;
        for (const name of names) if ((await store.read(name)) === null) missing += 1;
        if (missing === 0) continue;
        incomplete.push({ id: file.id, owner: file.owner, missing, of: names.length });
        look(file.id);
      }
      return { checked: files.length, incomplete };
    },
    stop: () => {
      for (const stop of stops) stop();
    },
  };
};
