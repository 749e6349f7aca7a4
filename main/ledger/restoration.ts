import { z } from 'zod';
import { momentSchema, stationIdSchema } from '../contract/common.ts';
import type { Log } from '../core/environment.ts';
import type { LocalStore } from './localStore.ts';

const secretName = 'restored from a backup';
const noteSchema = z.object({ at: momentSchema, heard: z.array(stationIdSchema), most: z.int().min(0) });
type Note = z.output<typeof noteSchema>;

/** Own numbers that were given out behind the backup are unknown at first: until they are known, what waits takes its place this far off. */
export const farOff = 2 ** 40;

/**
 * A station that was brought back from a backup does not know which numbers it gave out afterwards. Every other station of the site has to say how much it has of this
 * one's chain; until then, and until what they have is back, nothing is written behind it.
 */
export interface Restoration {
  /** Null for a station that was not restored, or has found its place again. */
  readonly pending: () => { readonly from: string; readonly waitsFor: readonly string[]; readonly most: number } | null;
  /** A station says how many events of this one it has. */
  readonly hear: (station: string, seq: number) => void;
  /** One that belongs to the site no more has no say. */
  readonly excuse: (station: string) => void;
  /** The chain goes on. */
  readonly finish: () => void;
}

/** For a ledger that was just restored. @param at when the backup was made */
export const noteRestoration = (local: Pick<LocalStore, 'keepSecret'>, at: string): void => keep(local, { at, heard: [], most: 0 });

export const createRestoration = (local: Pick<LocalStore, 'secret' | 'keepSecret' | 'roster'>, self: string, log: Log): Restoration => {
  const excused = new Set<string>();

  const attempt = <Value>(run: () => Value): Value | undefined => {
    try {
      return run();
    } catch (error) {
      log.error({ error: String(error) }, 'what is known of the restored chain cannot be read or written');
      return undefined;
    }
  };

  const read = (): Note | null => {
    const bytes = local.secret(secretName);
    return bytes === undefined || bytes.length === 0 ? null : noteSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  };

  let note = attempt(read) ?? null;
  return {
    pending: () => {
      if (note === null) return null;
      const heard = new Set(note.heard);
      return { from: note.at, most: note.most, waitsFor: local.roster.list().flatMap(({ id }) => (id === self || heard.has(id) || excused.has(id) ? [] : [id])) };
    },
    hear: (station, seq) => {
      if (note === null || (note.heard.includes(station) && seq <= note.most)) return;
      const heard = { ...note, heard: [...new Set([...note.heard, station])], most: Math.max(note.most, seq) };
      note = heard;
      attempt(() => keep(local, heard));
      log.info({ station, seq }, 'a station said what it has of this restored one');
    },
    excuse: (station) => void excused.add(station),
    finish: () => {
      if (note === null) return;
      note = null;
      attempt(() => local.keepSecret(secretName, Buffer.alloc(0)));
    },
  };
};

const keep = (local: Pick<LocalStore, 'keepSecret'>, note: Note): void => local.keepSecret(secretName, Buffer.from(JSON.stringify(note), 'utf8'));
