import { z } from 'zod';
import type { WrappedKey } from '../core/event/replica.ts';
import type { Connection } from './connection.ts';
import type { EncodedEvent } from './encoding.ts';
import type { CheckedEvent } from './eventTable.ts';
import { keyIdIn, makeSubjectKey, openBody, sealedSeal, unwrapSubjectKey, type SubjectKey } from './sealedBody.ts';

/** So many subjects have their keys in memory at the most: those that were used last. */
const mostInMemory = 4096;

/** The keys of subjects: made where somebody first writes about one, kept beside the chain, destroyed when it is erased. */
export interface Keyring {
  /**
   * The key to seal with. `inMemory`: the database is not asked, for nothing may come before an alarm's first frames; then a subject may get a second key, which
   * harms nothing. The key of an erased subject is kept nowhere: what is sealed with it is forgotten from the beginning.
   */
  readonly sealingKey: (subject: string, inMemory: boolean) => SubjectKey;
  /** The body in plain: as it is where it was never sealed. Null without the right key, and for everything about an erased subject but the erasure. */
  readonly open: (event: EncodedEvent) => Uint8Array | null;
  /** The key itself, for whoever is to be able to open the body without this program. Null where it was never sealed, and where `open` gives nothing. */
  readonly keyOf: (event: EncodedEvent) => SubjectKey | null;
  /** Takes the keys that came along into memory, so that what is not committed yet can be read. */
  readonly meet: (events: readonly CheckedEvent[]) => void;
  /** Within the commit of these events: their keys as well, and a note of those that are missing. */
  readonly keep: (events: readonly CheckedEvent[]) => void;
  /** Keys that others were asked for, in one transaction of their own. Returns the subjects that can be read better now. */
  readonly learn: (keys: readonly WrappedKey[]) => ReadonlySet<string>;
  /** Bodies are here whose keys are not. Each call goes on behind the one before. */
  readonly wanted: (most: number) => readonly Omit<WrappedKey, 'wrapped'>[];
  /** Those of the keys that are here. */
  readonly find: (keys: readonly Omit<WrappedKey, 'wrapped'>[]) => readonly WrappedKey[];
  /** Within a commit: destroys the keys of a subject, for ever. */
  readonly erase: (subject: string) => void;
  readonly isErased: (subject: string) => boolean;
  readonly erased: () => readonly string[];
  /** A commit failed: what it would have erased is not. */
  readonly rolledBack: () => void;
}

const keyName = z.object({ subject: z.string(), id: z.string() });
const keyRow = keyName.extend({ wrapped: z.instanceof(Uint8Array) });

export const createKeyring = (connection: Connection, siteKey: Uint8Array): Keyring => {
  const selectKeys = connection.prepare('SELECT subject, id, wrapped FROM subject_key WHERE subject = ? ORDER BY id');
  const insertKey = connection.prepare('INSERT OR IGNORE INTO subject_key (subject, id, wrapped) VALUES (?, ?, ?)');
  const dropKeys = connection.prepare('DELETE FROM subject_key WHERE subject = ?');
  const selectWanted = connection.prepare('SELECT subject, id FROM wanted_key WHERE subject > ? ORDER BY subject, id LIMIT ?');
  const want = connection.prepare('INSERT OR IGNORE INTO wanted_key (subject, id) VALUES (?, ?)');
  const settle = connection.prepare('DELETE FROM wanted_key WHERE subject = ? AND id = ?');
  const dropWanted = connection.prepare('DELETE FROM wanted_key WHERE subject = ?');
  const selectErased = connection.prepare('SELECT subject FROM erased_subject').pluck();
  const insertErased = connection.prepare('INSERT OR IGNORE INTO erased_subject (subject) VALUES (?)');

  /** In the order in which they were used. */
  const keysBySubject = new Map<string, readonly SubjectKey[]>();
  let erased: Set<string> | null = null;
  let anyWanted: boolean | null = null;

  const isErased = (subject: string): boolean => {
    try {
      erased ??= new Set(z.string().array().parse(selectErased.all()));
    } catch {
      // A call for help is read also while the database cannot be; what has to be right asks within a transaction, which fails by itself.
    }
    return erased?.has(subject) ?? false;
  };

  const remember = (subject: string, keys: readonly SubjectKey[]): readonly SubjectKey[] => {
    keysBySubject.delete(subject);
    keysBySubject.set(subject, keys);
    const oldest = keysBySubject.size > mostInMemory ? keysBySubject.keys().next().value : undefined;
    if (oldest !== undefined) keysBySubject.delete(oldest);
    return keys;
  };

  const read = (subject: string): readonly SubjectKey[] => {
    const known = keysBySubject.get(subject) ?? [];
    const stored = keyRow.array().parse(selectKeys.all(subject)).filter(({ id }) => known.every((key) => key.id !== id));
    return remember(subject, [...known, ...stored.flatMap(({ wrapped }) => unwrapSubjectKey(siteKey, subject, wrapped) ?? [])]);
  };

  const find = (subject: string, id: string): SubjectKey | undefined => {
    const known = keysBySubject.get(subject)?.find((key) => key.id === id);
    return known ?? read(subject).find((key) => key.id === id);
  };

  /** The key that came with an event, when it is the one that its body names. */
  const meetOne = ({ record, encoded }: CheckedEvent): SubjectKey | undefined => {
    if (encoded.seal !== sealedSeal) return undefined;
    const known = keysBySubject.get(encoded.subject) ?? [];
    const id = keyIdIn(encoded.body);
    const present = known.find((key) => key.id === id);
    if (present !== undefined || record.key == null) return present;
    const key = unwrapSubjectKey(siteKey, encoded.subject, record.key);
    if (key === null || key.id !== id) return undefined;
    remember(encoded.subject, [...known, key]);
    return key;
  };

  const hasWanted = (): boolean => (anyWanted ??= selectWanted.get('', 1) !== undefined);

  /** Those that nobody has are not to keep the others from being asked for. */
  let askedUpTo = '';
  const nextWanted = (most: number): readonly Omit<WrappedKey, 'wrapped'>[] => {
    if (!hasWanted()) return [];
    const next = keyName.array().parse(selectWanted.all(askedUpTo, most));
    askedUpTo = next.length < most ? '' : (next.at(-1)?.subject ?? '');
    return next;
  };

  return {
    sealingKey: (subject, inMemory) => {
      const known = keysBySubject.get(subject)?.[0];
      if (known !== undefined) return known;
      if (!inMemory && isErased(subject)) return makeSubjectKey(siteKey, subject);
      const stored = inMemory ? undefined : read(subject)[0];
      if (stored !== undefined) return stored;
      const made = makeSubjectKey(siteKey, subject);
      remember(subject, [made]);
      return made;
    },
    open: (event) => {
      const { seal, body, kind, subject } = event;
      if (kind !== 'SubjectErased' && isErased(subject)) return null;
      if (seal === 0) return body;
      const id = seal === sealedSeal ? keyIdIn(body) : null;
      const key = id === null ? undefined : find(subject, id);
      return key === undefined ? null : openBody(key, kind, subject, body);
    },
    keyOf: ({ seal, body, subject }) => {
      const id = seal === sealedSeal && !isErased(subject) ? keyIdIn(body) : null;
      return id === null ? null : (find(subject, id) ?? null);
    },
    meet: (events) => {
      for (const event of events) meetOne(event);
    },
    keep: (events) => {
      for (const event of events) {
        const { seal, subject, body } = event.encoded;
        const id = seal === sealedSeal ? keyIdIn(body) : null;
        if (id === null || isErased(subject)) continue;
        const key = meetOne(event);
        if (key !== undefined) {
          insertKey.run(subject, id, key.wrapped);
          if (hasWanted()) settle.run(subject, id);
        } else if (find(subject, id) === undefined) {
          want.run(subject, id);
          anyWanted = true;
        }
      }
    },
    learn: (keys) => {
      const learnt = new Set<string>();
      connection.transact(() => {
        for (const { subject, id, wrapped } of keys) {
          const key = isErased(subject) ? null : unwrapSubjectKey(siteKey, subject, wrapped);
          // Nothing is kept that nobody asked for.
          if (key?.id !== id || settle.run(subject, id).changes === 0) continue;
          insertKey.run(subject, id, wrapped);
          learnt.add(subject);
        }
      }, false);
      anyWanted = null;
      return learnt;
    },
    wanted: nextWanted,
    find: (keys) =>
      keys.flatMap(({ subject, id }) => {
        const key = isErased(subject) ? undefined : find(subject, id);
        return key === undefined ? [] : [{ subject, id, wrapped: key.wrapped }];
      }),
    erase: (subject) => {
      insertErased.run(subject);
      dropKeys.run(subject);
      dropWanted.run(subject);
      keysBySubject.delete(subject);
      erased?.add(subject);
      anyWanted = null;
    },
    isErased,
    erased: () => z.string().array().parse(selectErased.all()),
    rolledBack: () => {
      erased = null;
      anyWanted = null;
    },
  };
};
