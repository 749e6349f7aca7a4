import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { StaffReference } from '../../contract/alarm.ts';
import { thumbnailPart, type Attachment } from '../../contract/attachment.ts';
import type { ErasureReason } from '../../contract/erasure.ts';
import { done, failed, type Result } from '../../contract/problem.ts';
import type { AttachmentFile } from '../../core/attachment/foldAttachment.ts';
import { partNames } from '../../core/attachment/foldAttachment.ts';
import type { PartName } from '../../core/attachment/parts.ts';
import type { Draft } from '../../core/event/catalogue.ts';
import { guard } from '../../core/guard.ts';
import type { Stop } from '../../core/environment.ts';
import { subjectId, subjectOf, subjectType } from '../../core/event/subject.ts';
import type { AttachmentStore } from '../../ledger/attachmentStore.ts';
import { openPart, sealOf } from '../../ledger/sealedPart.ts';
import { fromHex } from '../../platform/primitives.ts';
import type { AttachmentParts } from './attachmentParts.ts';
import { byWhom, type StationContext } from '../context.ts';
import { createUploads, type Uploads } from './uploads.ts';

/** How often uploads are looked at that nobody goes on with. Milliseconds. */
const sweepInterval = 60 * 60_000;

/** Photos, scans and sound of records. */
export interface Attachments extends Omit<Uploads, 'finish' | 'sweep'> {
  readonly ready: AttachmentParts['ready'];
  /** Whose file that is, also while it is coming in. */
  readonly ownerOf: (id: string) => string | undefined;
  readonly list: (owner: string) => readonly Attachment[];
  readonly finish: (id: string, staff: StaffReference | null) => Promise<Result<Attachment>>;
  /** One part in plain. Whoever opens one that is restricted is written down. `AttachmentUnknown`, `AttachmentIncomplete`, `RoleInsufficient`. */
  readonly read: (id: string, number: number, reader: { readonly staff: StaffReference | null; readonly mayOpenRestricted: boolean }) => Promise<Result<Uint8Array>>;
  /** SHA-256 of the whole file, hex: no look at it. Null while not all of it is here, and for one that was erased. */
  readonly digest: (id: string) => Promise<string | null>;
  /** Nonce and tag of each sealed part, hex: with these and the key whoever has the file can show that it is the one that was added. */
  readonly seals: (id: string) => Promise<readonly { readonly nonce: string; readonly tag: string }[]>;
  readonly remove: (id: string, reason: string, staff: StaffReference | null) => Result<void>;
  /** The subjects that are to be erased with their owner. */
  readonly attachmentsOf: (owner: string) => readonly string[];
  /** Everything of a draft that was thrown away, or lay for too long. */
  readonly eraseOf: (owner: string, reason: ErasureReason, staff: StaffReference | null) => Promise<Result<void>>;
  readonly verify: AttachmentParts['verify'];
  readonly stop: Stop;
}

export interface AttachmentsDependencies {
  readonly context: StationContext;
  readonly store: AttachmentStore;
  readonly parts: AttachmentParts;
  readonly freeSpace: () => number | null;
  readonly live: boolean;
}

export const createAttachments = ({ context, store, parts, freeSpace, live }: AttachmentsDependencies): Attachments => {
  const { ledger, identity, log } = context;
  const self = identity.station.id;

  const filesOf = (owner: string): readonly AttachmentFile[] => ledger.states('attachment', { link: owner });
  const find = (id: string): AttachmentFile | undefined => ledger.state('attachment', subjectOf('attachment', id));
  const isDraft = (owner: string): boolean => subjectType(owner) === 'incident' && ledger.local.drafts.find(subjectId(owner)) !== undefined;
  const ownerExists = (owner: string): boolean => !ledger.isErased(owner) && (isDraft(owner) || ledger.eventsOf(owner).length > 0);
  const uploads = createUploads({ context, store, ownerExists, freeSpace });

  const erasureOf = (subject: string, reason: string, staff: StaffReference | null): Draft => ({ kind: 'SubjectErased', subject, body: { reason, station: byWhom(context, staff).station, staff: staff?.id ?? null } });
  const attachmentsOf = (owner: string): readonly string[] => filesOf(owner).map(({ id }) => subjectOf('attachment', id));

  /** What belongs to somebody who was erased follows: by the station that erased, for what it knew, and by the one that added, for what that did not. */
  const follow = (files: readonly AttachmentFile[]): void => {
    const drafts = files.flatMap(({ id, owner, origin }) => {
      if (!ledger.isErased(owner)) return [];
      const erasures = ledger.eventsOf(owner).filter((event) => event.kind === 'SubjectErased');
      const isOurs = origin === self || erasures.some((erasure) => erasure.origin === self);
      return isOurs ? [erasureOf(subjectOf('attachment', id), erasures[0]?.body.reason ?? 'mistake', null)] : [];
    });
    if (drafts.length > 0) ledger.append(drafts);
  };

  /** Who has opened which original since the start. */
  const looks = new Set<string>();
  let stopped = false;

  /** What the process left undone when it ended; one after the other, for there may be thousands. */
  const followAll = async (): Promise<void> => {
    for (const subject of ledger.subjectsOf('attachment')) {
      if (stopped) return;
      const file = ledger.state('attachment', subject);
      if (file !== undefined) follow([file]);
      await setImmediate();
    }
  };

  const stopListening = live
    ? ledger.onEvents((events) => {
        const touched = events.flatMap(({ kind, subject }) => (subjectType(subject) === 'attachment' ? (find(subjectId(subject)) ?? []) : kind === 'SubjectErased' ? filesOf(subject) : []));
        if (touched.length > 0) guard(log, 'files of what was erased could not be erased', () => follow(touched));
      })
    : (): void => {};
  const sweep = (): void => void uploads.sweep().catch((error: unknown) => log.error({ error: String(error) }, 'uploads could not be swept'));
  const sweeping = live ? setInterval(sweep, sweepInterval) : null;
  sweeping?.unref();
  if (live) {
    sweep();
    void followAll().catch((error: unknown) => log.error({ error: String(error) }, 'files of what was erased could not be erased'));
  }

  const present = (file: AttachmentFile): Attachment => {
    const { id, owner, name, type, size, addedAt, station, staff, restricted, thumbnail, removed, looks } = file;
    const look = looks.at(-1);
    return {
      id,
      owner,
      name,
      type,
      size,
      at: addedAt,
      station,
      staff: staff?.name ?? null,
      restricted,
      opened: look === undefined ? null : { at: look.at, station: look.station, staff: look.staff?.name ?? null },
      thumbnail: thumbnail?.type ?? null,
      parts: parts.count(file),
      removed: removed === null ? null : { at: removed.at, station: removed.station, staff: removed.staff?.name ?? null, reason: removed.reason },
    };
  };

  return {
    ...uploads,
    ready: parts.ready,
    ownerOf: (id) => find(id)?.owner ?? ledger.local.uploads.find(id)?.owner,
    list: (owner) => filesOf(owner).map(present),
    finish: async (id, staff) => {
      const finished = await uploads.finish(id, staff);
      if (!finished.ok) return finished;
      await parts.look(id);
      const file = find(id);
      return file === undefined ? unknown(id) : done(present(file));
    },
    read: async (id, number, { staff, mayOpenRestricted }) => {
      const file = find(id);
      const name = file === undefined ? undefined : partNames(file).find((part) => part.number === number);
      if (file === undefined || name === undefined || ledger.isErased(file.owner)) return unknown(id);
      if (file.restricted && !mayOpenRestricted) return failed('RoleInsufficient', 'Only a supervisor or an administrator may open this original.', 'Ask one of them.');
      const sealed = await parts.read(name);
      const plain = sealed === null ? null : openPart(fromHex(file.key), name, sealed);
      if (plain === null) return failed('AttachmentIncomplete', 'This file is still on its way from another desk.', 'It comes by itself when a desk that has it is switched on.');
      // A look begins with the first part; whoever leaves that one out has looked as well.
      const look = JSON.stringify([id, staff?.id ?? null]);
      if (file.restricted && (number === thumbnailPart + 1 || !looks.has(look))) {
        const noted = ledger.append([{ kind: 'AttachmentOpened', subject: subjectOf('attachment', id), body: byWhom(context, staff) }]);
        if (!noted.ok) return noted;
        looks.add(look);
      }
      return done(plain);
    },
    digest: async (id) => {
      const hash = createHash('sha256');
      const file = find(id);
      if (file === undefined || ledger.isErased(file.owner)) return null;
      for (const name of ofFileItself(file)) {
        const sealed = await parts.read(name);
        const plain = sealed === null ? null : openPart(fromHex(file.key), name, sealed);
        if (plain === null) return null;
        hash.update(plain);
      }
      return hash.digest('hex');
    },
    seals: async (id) => {
      const file = find(id);
      const seals = [];
      for (const name of file === undefined ? [] : ofFileItself(file)) {
        const sealed = await parts.read(name);
        if (sealed !== null) seals.push(sealOf(sealed));
      }
      return seals;
    },
    remove: (id, reason, staff) => {
      const file = find(id);
      if (file === undefined) return unknown(id);
      if (file.removed !== null) return done(undefined);
      const isFiled = ledger.eventsOf(file.owner).length > 0;
      const appended = ledger.append([isFiled ? { kind: 'AttachmentRemoved', subject: subjectOf('attachment', id), body: { reason, ...byWhom(context, staff) } } : erasureOf(subjectOf('attachment', id), 'mistake', staff)]);
      return appended.ok ? done(undefined) : appended;
    },
    attachmentsOf,
    eraseOf: async (owner, reason, staff) => {
      await uploads.cancelOf(owner);
      const appended = ledger.append(attachmentsOf(owner).map((subject) => erasureOf(subject, reason, staff)));
      return appended.ok ? done(undefined) : appended;
    },
    verify: parts.verify,
    stop: () => {
      stopped = true;
      stopListening();
      if (sweeping !== null) clearInterval(sweeping);
      parts.stop();
    },
  };
};

const ofFileItself = (file: AttachmentFile): readonly PartName[] => partNames(file).filter(({ number }) => number > thumbnailPart);

const unknown = (id: string) => failed('AttachmentUnknown', `This site has no file ${id}.`, 'It may have been erased, or be on its way from another desk.', 'id');
