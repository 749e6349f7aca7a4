import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { done, failed, type Result } from '../contract/problem.ts';
import type { Log } from '../core/environment.ts';
import { readings, type Answer, type Question, type ReadingName } from './readings.ts';

/** Reads what takes long in a thread of its own, so that no press waits for it: `main/decisions/0016-search-reads-in-its-own-thread.md`. */
export interface SearchThread {
  /** `SearchUnavailable` when there was no answer in time, or the thread ended; the next question starts another. */
  readonly ask: <Name extends ReadingName>(what: Name, question: Question<Name>) => Promise<Result<Answer<Name>>>;
  /** Another file stands at the path: what is open is let go. */
  readonly reopen: () => void;
  /** A thread was started and has to be waited for at the end. */
  readonly isRunning: () => boolean;
  readonly close: () => Promise<void>;
}

/** For one question, and with the start of the thread. Milliseconds. */
const timeLimit = 5000;

/** Where questions come faster than they are answered, the oldest is what nobody waits for any more. */
const mostWaiting = 32;

const answerSchema = z.object({ id: z.number(), answer: z.unknown() });

/** Beside this file in the sources; in `dist/` every file lies one folder deep, and this one in any of them. */
const program = new URL(`../ledger/searchWorker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);

interface Waiting {
  readonly what: ReadingName;
  readonly question: unknown;
  readonly settle: (answer: Result<unknown>) => void;
}

/** `key` has 32 bytes. */
export const createSearchThread = (file: string, key: Uint8Array, log: Log, limit: number = timeLimit): SearchThread => {
  const queue: Waiting[] = [];
  let worker: Worker | null = null;
  let asked: (Waiting & { readonly id: number; readonly limit: NodeJS.Timeout }) | null = null;
  let count = 0;
  let closed = false;

  /** Ends what is under way; those that still wait go on with another thread. */
  const abandon = (reason: string): void => {
    const ended = worker;
    const unanswered = asked;
    worker = null;
    asked = null;
    void ended?.terminate();
    if (unanswered === null) return;
    clearTimeout(unanswered.limit);
    log.error({ reason, what: unanswered.what }, 'a search was given up');
    unanswered.settle(unavailable());
    next();
  };

  const start = (): Worker => {
    const started = new Worker(program, { workerData: { file, key } });
    const isMine = (): boolean => started === worker;
    started.on('message', (message: unknown) => {
      const answer = answerSchema.parse(message);
      if (!isMine() || asked?.id !== answer.id) return;
      clearTimeout(asked.limit);
      const { settle } = asked;
      asked = null;
      settle(done(answer.answer));
      next();
    });
    started.on('error', (error) => isMine() && abandon(String(error)));
    started.on('exit', () => isMine() && abandon('the thread ended'));
    started.unref();
    return started;
  };

  const next = (): void => {
    if (asked !== null) return;
    const waiting = queue.shift();
    if (waiting === undefined) return;
    count += 1;
    asked = { ...waiting, id: count, limit: setTimeout(() => abandon('it took too long'), limit) };
    try {
      worker ??= start();
      worker.postMessage({ id: count, what: waiting.what, question: waiting.question });
    } catch (error) {
      abandon(String(error));
    }
  };

  return {
    ask: async (what, question) => {
      if (closed) return unavailable();
      const answered = await new Promise<Result<unknown>>((settle) => {
        queue.push({ what, question, settle });
        if (queue.length > mostWaiting) queue.shift()?.settle(unavailable());
        next();
      });
      return answered.ok ? done(parseAnswer(what, answered.value)) : answered;
    },
    reopen: () => abandon('the ledger is another file than before'),
    isRunning: () => worker !== null,
    close: async () => {
      closed = true;
      for (const { settle } of queue.splice(0)) settle(unavailable());
      const ended = worker;
      abandon('the station ends');
      await ended?.terminate();
    },
  };
};

/** The answer is of the question's name; TypeScript cannot correlate the two. */
const parseAnswer = <Name extends ReadingName>(what: Name, answer: unknown): Answer<Name> => readings[what].answer.parse(answer) as Answer<Name>;

const unavailable = () => failed('SearchUnavailable', 'The records cannot be looked through at the moment.', 'Try again in a moment; the newest ones can be read meanwhile.');
