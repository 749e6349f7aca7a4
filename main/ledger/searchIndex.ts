import { performance } from 'node:perf_hooks';
import { z } from 'zod';
import type { Log } from '../core/environment.ts';
import type { FiledIncident } from '../core/incident/foldIncident.ts';
import { isIndexDamage, type Connection } from './connection.ts';
import type { EventTable } from './eventTable.ts';
import { gentleTurn, type Pace } from './pace.ts';
import { hitEnd, hitStart } from './markedText.ts';

/** Keeps the full-text index behind the projections, in turns (`main/decisions/0014-long-work-in-turns.md`). */
export interface SearchIndex {
  /** Goes on with what still has to be indexed. Resolves when nothing is left, or when it cannot be written now; then it is called again. Never fails. */
  readonly catchUp: () => Promise<void>;
  /** Puts every record on the list of what has to be indexed, in turns: after an update that makes other words of them. False: it was stopped before the end. */
  readonly listAll: () => Promise<boolean>;
  readonly stop: () => void;
}

export interface SearchIndexDependencies {
  readonly connection: Connection;
  readonly state: EventTable['state'];
  readonly pace: Pace;
  readonly log: Log;
}

/** To be raised when `textsOf` comes to make other words of the same record: then each is indexed anew. */
export const textVersion = 1;

/** So many are put on the list between two looks at the time. */
const listedAtOnce = 32;
/** So many records in one transaction for each millisecond of a turn: each takes about a third of one. */
const eachMillisecond = 3;
/**
 * Each transaction makes a piece of the index, and pieces are put together, so many pages for each millisecond of a turn, lest each search reads hundreds. After how many transactions it is looked for them: where
 * turns are long that can wait until there are many, which are then put together once instead of level by level. Both stay below `crisismerge`.
 */
const mergedPages = 8;
const mergedEvery = 4;
const mergedInHurryEvery = 16;

export const createSearchIndex = ({ connection, state, pace, log }: SearchIndexDependencies): SearchIndex => {
  // The newest first: they are what is looked for. Within one transaction upwards, as the index keeps them.
  const selectNext = connection.prepare('SELECT subject FROM incident_to_index ORDER BY subject DESC LIMIT ?').pluck();
  // All of them lie between the name of their type with a slash and with the sign that follows the slash.
  const selectBehind = connection.prepare("SELECT subject FROM projection WHERE subject > ? AND subject < 'incident0' ORDER BY subject LIMIT ?").pluck();
  const list = connection.prepare('INSERT OR IGNORE INTO incident_to_index (subject) VALUES (?)');
  const settle = connection.prepare('DELETE FROM incident_to_index WHERE subject = ?');
  const selectNumber = connection.prepare('SELECT number FROM searched_incident WHERE subject = ?').pluck();
  const selectLine = connection.prepare('SELECT number FROM record_line WHERE subject = ?').pluck();
  const insertNumber = connection.prepare('INSERT INTO searched_incident (number, subject) VALUES (?, ?)');
  const dropNumber = connection.prepare('DELETE FROM searched_incident WHERE number = ?');
  const dropText = connection.prepare('DELETE FROM incident_text WHERE rowid = ?');
  const insertText = connection.prepare(
    'INSERT INTO incident_text (rowid, title, place, account, actions, involved, injuries, damage, outcome, follow_up, amendments) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const merge = connection.prepare("INSERT INTO incident_text (incident_text, rank) VALUES ('merge', ?)");
  const noteErased = connection.prepare('INSERT OR IGNORE INTO erased_in_index (subject) VALUES (?)');
  const selectErased = connection.prepare('SELECT subject FROM erased_in_index').pluck();
  const dropErased = connection.prepare('DELETE FROM erased_in_index WHERE subject = ?');
  const changes = connection.prepare('SELECT total_changes()').pluck();

  /** Under the number of its line, so that what was found is narrowed down and ordered by that. Another time of filing makes it another number. */
  const write = (subject: string, known: number | undefined, incident: FiledIncident): void => {
    const number = z.number().optional().parse(selectLine.get(subject));
    // Made by a program that had no lines: it is written anew with all others, and comes here again.
    if (number === undefined) return;
    if (known !== undefined) dropText.run(known);
    if (known !== undefined && known !== number) dropNumber.run(known);
    if (known !== number) insertNumber.run(number, subject);
    insertText.run(number, ...textsOf(incident));
  };

  const index = (subject: string): void => {
    const known = z.number().optional().parse(selectNumber.get(subject));
    const incident = state('incident', subject);
    if (incident !== undefined) write(subject, known, incident);
    else if (known !== undefined) {
      dropText.run(known);
      dropNumber.run(known);
      noteErased.run(subject);
    }
    settle.run(subject);
  };

  /** Returns whether there was anything to do. */
  const step = (): boolean => {
    const subjects = z.string().array().parse(selectNext.all(Math.round(eachMillisecond * pace.turn())));
    if (subjects.length === 0) return false;
    connection.transact(() => {
      for (const subject of subjects.toReversed()) index(subject);
    }, false);
    return true;
  };

  /** Returns whether pages were put together; SQLite says so by the number of rows it changed (FTS5, 6.7). A negative number of pages begins to merge all pieces into one. */
  const mergeStep = (pages: number = Math.round(mergedPages * pace.turn())): boolean => {
    let before = 0;
    let after = 0;
    connection.transact(() => {
      before = Number(changes.get());
      merge.run(pages);
      after = Number(changes.get());
    }, false);
    return after - before >= 2;
  };

  /** It can always be made anew from the projections. */
  const beginAnew = (): void =>
    connection.transact(() => {
      connection.prepare("INSERT INTO incident_text (incident_text) VALUES ('rebuild')").run();
    }, false);

  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  /** A disk that stays full is said once. */
  let failing = false;

  const timed = async (work: () => boolean): Promise<boolean> => {
    const began = performance.now();
    const worked = work();
    if (worked) await pace.rest(performance.now() - began);
    return worked && !stopped;
  };

  /** Words of what was erased go with the old pieces when all are merged into a new one; freed pages are overwritten (`secure_delete`). Broken off, it begins again. */
  const forgetErased = async (): Promise<void> => {
    const erased = z.string().array().parse(selectErased.all());
    if (erased.length === 0) return;
    for (let more = await timed(() => mergeStep(-mergedPages)); more; more = await timed(() => mergeStep())) if (again) return;
    if (stopped) return;
    connection.transact(() => {
      for (const subject of erased) dropErased.run(subject);
    }, false);
  };

  const run = async (): Promise<void> => {
    try {
      for (let unmerged = 1; await timed(step); unmerged += 1) {
        if (unmerged < (pace.turn() > gentleTurn ? mergedInHurryEvery : mergedEvery)) continue;
        while (await timed(() => mergeStep())) continue;
        unmerged = 0;
      }
      // What came one by one has to be put together as well; whatever comes meanwhile goes first.
      while (!again && (await timed(() => mergeStep()))) continue;
      if (!again) await forgetErased();
      failing = false;
    } catch (error) {
      if (!failing) log.error({ error: String(error) }, 'the search index could not be written and is tried again');
      failing = true;
      if (isIndexDamage(error)) beginAnew();
    }
  };

  return {
    catchUp: () => {
      again = true;
      running ??= (async () => {
        while (again && !stopped) {
          again = false;
          // Never in the turn of whoever says that there is something.
          await new Promise<void>((resolve) => setImmediate(resolve));
          if (!stopped) await run().catch((error: unknown) => log.error({ error: String(error) }, 'the search index cannot be written'));
        }
        running = null;
      })();
      return running;
    },
    listAll: async () => {
      let after = 'incident/';
      const listSome = (): boolean => {
        const subjects = z.string().array().parse(selectBehind.all(after, listedAtOnce));
        connection.transact(() => {
          for (const subject of subjects) list.run(subject);
        }, false);
        after = subjects.at(-1) ?? after;
        return subjects.length === listedAtOnce;
      };
      while (await timed(listSome)) continue;
      return !stopped;
    },
    stop: () => {
      stopped = true;
    },
  };
};

/** In the order of the columns, of which there are no more than before: what the site's form asks for stands with what is to follow, and what was said in the review with the amendments. */
const textsOf = ({ report, amendments, followUps, review }: FiledIncident): readonly string[] =>
  [
    report.title,
    report.place,
    report.account,
    report.actions,
    report.involved.flatMap(({ name, description, contact }) => [name, description, contact]).join('\n'),
    report.injuries,
    report.damage,
    report.outcome,
    [
      report.followUp,
      report.category?.name ?? '',
      ...report.rules.map(({ text }) => text),
      ...report.fields.map(({ label, value }) => `${label}: ${value}`),
      ...report.calls.map(({ reference }) => reference),
      ...followUps.flatMap(({ what, owner, history }) => [what, owner.name, ...history.map(({ note }) => note)]),
    ].join('\n'),
    [...amendments, ...review.thread].map(({ text }) => text).join('\n'),
  ].map((text) => text.replaceAll(hitStart, ' ').replaceAll(hitEnd, ' '));
