import { performance } from 'node:perf_hooks';
import { partBytes, thumbnailPart } from '../../contract/attachment.ts';
import { partNames, type AttachmentFile } from '../../core/attachment/foldAttachment.ts';
import type { PartName, PartReplica } from '../../core/attachment/parts.ts';
import type { Clock, Log, Stop } from '../../core/environment.ts';
import { createListeners } from '../../core/listeners.ts';
import { subjectId, subjectOf, subjectType } from '../../core/event/subject.ts';
import type { AttachmentFacts } from '../../core/fault/stationFindings.ts';
import type { AttachmentStore } from '../../ledger/attachmentStore.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { createCalm } from './calm.ts';
import { createTurns } from './turns.ts';

/** Below this much free space (bytes) no file of another station is taken: what is left is for events. */
const leastSpace = 1_000_000_000;
/** After a part that could not be kept. Milliseconds. */
const pauseAfterFailure = 30_000;

/** Which parts of the site's files are here, and which are still to come. */
export interface AttachmentParts extends PartReplica {
  /** Looks once what is here; from then on it follows the events. */
  readonly ready: () => Promise<void>;
  readonly count: (file: AttachmentFile) => { readonly here: number; readonly of: number };
  readonly facts: () => AttachmentFacts;
  /** Something was put into the store beside this. */
  readonly look: (attachment: string) => Promise<void>;
  /** Every part of every file is held against its address; what does not hold is fetched again. */
  readonly verify: () => Promise<{ checked: number; incomplete: { id: string; owner: string; missing: number; of: number }[] }>;
  readonly stop: Stop;
}

export interface AttachmentPartsDependencies {
  readonly ledger: Pick<Ledger, 'state' | 'states' | 'subjectsOf' | 'isErased' | 'onEvents' | 'onUrgent'>;
  readonly store: AttachmentStore;
  /** So many bytes of files this station keeps at most; what it was given itself it keeps in any case. */
  readonly limit: number;
  /** Bytes that may still be written to the disk; null while that is not known. */
  readonly freeSpace: () => number | null;
  readonly clock: Clock;
  readonly log: Log;
  readonly onChanged: () => void;
}

export const createAttachmentParts = ({ ledger, store, limit, freeSpace, clock, log, onChanged }: AttachmentPartsDependencies): AttachmentParts => {
  /** By attachment. */
  const missingByAttachment = new Map<string, readonly PartName[]>();
  const lookedFor = createListeners<void>(log);
  /** Attachments to be looked at, one after the other. */
  const waiting = new Set<string>();
  /** By attachment: how many of its parts are here. */
  const heldByAttachment = new Map<string, number>();
  /** Attachments whose thumbnail is among what is missing. */
  const withoutThumbnail = new Set<string>();
  /** Attachments of which something is missing, the newest first; null when that has to be made anew. */
  let newest: readonly string[] | null = null;
  let heldParts = 0;
  /** What is looked at is not written meanwhile: else a part that is just being kept would be taken for missing. */
  const turns = createTurns();
  /** Addresses of parts that came and are not written yet. */
  const arriving = new Set<string>();
  let looking = false;
  let stopped = false;
  let begun: Promise<void> | null = null;
  let blockedUntil = 0;
  let failing = false;
  const calm = createCalm(ledger, clock);

  const setHeld = (attachment: string, count: number): void => {
    heldParts += count - (heldByAttachment.get(attachment) ?? 0);
    if (count > 0) heldByAttachment.set(attachment, count);
    else heldByAttachment.delete(attachment);
  };

  const setMissing = (attachment: string, missing: readonly PartName[]): void => {
    if (missing.length > 0 && !missingByAttachment.has(attachment)) newest = null;
    if (missing.length > 0) missingByAttachment.set(attachment, missing);
    else missingByAttachment.delete(attachment);
    withoutThumbnail[missing[0]?.number === thumbnailPart ? 'add' : 'delete'](attachment);
  };

  const lookAt = (attachment: string): Promise<void> => turns.take(attachment, () => lookNow(attachment));

  const lookNow = async (attachment: string): Promise<void> => {
    const subject = subjectOf('attachment', attachment);
    if (ledger.isErased(subject)) {
      setMissing(attachment, []);
      await store.drop(attachment);
      return setHeld(attachment, 0);
    }
    const file = ledger.state('attachment', subject);
    if (file === undefined || ledger.isErased(file.owner)) return setMissing(attachment, []);
    const held = new Set((await store.held(attachment)).map(({ address }) => address));
    const names = partNames(file);
    setHeld(attachment, names.filter(({ address }) => held.has(address)).length);
    setMissing(attachment, names.filter(({ address }) => !held.has(address) && !arriving.has(address)));
  };

  const lookAtAll = async (): Promise<void> => {
    if (looking) return;
    looking = true;
    try {
      for (const attachment of waiting) {
        if (stopped) return;
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

  const lookSoon = (attachment: string): void => {
    waiting.add(attachment);
    void lookAtAll();
  };

  const begin = async (): Promise<void> => {
    try {
      await store.tidy();
      // Also what was erased while this station ended: of that only the folder is left.
      for (const attachment of [...(await store.list()), ...ledger.subjectsOf('attachment').map(subjectId)]) waiting.add(attachment);
    } catch (error) {
      log.error({ error: String(error) }, 'the folder of attachments cannot be read');
    }
    await lookAtAll();
  };

  const stopListening = ledger.onEvents((events) => {
    for (const { subject } of events) if (subjectType(subject) === 'attachment') waiting.add(subjectId(subject));
    if (waiting.size > 0) void lookAtAll();
  });

  /** As if each part were a full one. */
  const hasRoom = (missing: readonly PartName[]): boolean => (heldParts + missing.length) * partBytes <= limit;
  const diskIsFull = (): boolean => (freeSpace() ?? leastSpace) < leastSpace;

  /** The first that is to be fetched of these attachments. */
  const firstOf = (attachments: Iterable<string>, except: (part: PartName) => boolean): PartName | null => {
    for (const attachment of attachments) {
      const missing = missingByAttachment.get(attachment) ?? [];
      const part = hasRoom(missing) ? missing.find((each) => !except(each)) : undefined;
      if (part !== undefined) return part;
    }
    return null;
  };

  return {
    ready: () => (begun ??= begin()),
    count: (file) => ({ here: heldByAttachment.get(file.id) ?? 0, of: partNames(file).length }),
    look: lookAt,
    facts: () => ({ waiting: missingByAttachment.size, withoutRoom: diskIsFull() ? missingByAttachment.size : [...missingByAttachment.values()].filter((missing) => !hasRoom(missing)).length, unwritable: failing }),
    nextMissing: (except) => {
      if (missingByAttachment.size === 0 || performance.now() < blockedUntil || diskIsFull()) return null;
      // Ids are made in the order of time.
      newest ??= [...missingByAttachment.keys()].toSorted().toReversed();
      return firstOf(withoutThumbnail, (part) => part.number !== thumbnailPart || except(part)) ?? firstOf(newest, except);
    },
    read: async (part) => {
      if (ledger.isErased(subjectOf('attachment', part.attachment))) return null;
      // Others ask for what is still on its way here as well.
      if (missingByAttachment.get(part.attachment)?.some(({ address }) => address === part.address) === true) return null;
      const sealed = await store.read(part);
      if (sealed === null) lookSoon(part.attachment);
      return sealed;
    },
    keep: async (part, sealed) => {
      const before = missingByAttachment.get(part.attachment);
      if (before === undefined) return true;
      // Not asked for again while it is written.
      setMissing(part.attachment, before.filter(({ address }) => address !== part.address));
      arriving.add(part.address);
      const kept = await turns.take(part.attachment, () => store.keep(part, sealed));
      arriving.delete(part.address);
      failing = !kept.ok;
      if (kept.ok) {
        setHeld(part.attachment, (heldByAttachment.get(part.attachment) ?? 0) + 1);
        onChanged();
      } else {
        log.warn({ attachment: part.attachment, problem: kept.error.message }, 'a part of a file could not be kept');
        blockedUntil = performance.now() + pauseAfterFailure;
      }
      // It may have been erased while it was written.
      if (!kept.ok || ledger.isErased(subjectOf('attachment', part.attachment))) lookSoon(part.attachment);
      return kept.ok;
    },
    isCalm: calm.is,
    onMissing: lookedFor.add,
    verify: async () => {
      const incomplete = [];
      let checked = 0;
      for (const subject of ledger.subjectsOf('attachment')) {
        const file = ledger.state('attachment', subject);
        if (file === undefined || ledger.isErased(file.owner)) continue;
        checked += 1;
        const names = partNames(file);
        let missing = 0;
        for (const name of names) if ((await store.read(name)) === null) missing += 1;
        if (missing === 0) continue;
        incomplete.push({ id: file.id, owner: file.owner, missing, of: names.length });
        lookSoon(file.id);
      }
      return { checked, incomplete };
    },
    stop: () => {
      stopped = true;
      stopListening();
      calm.stop();
    },
  };
};
