import type { ChannelState } from '../contract/channel.ts';
import type { Outcome, UsableChannel } from '../core/channel/courier.ts';
import type { OutgoingMessage } from '../core/channel/message.ts';
import { describeError } from './describeError.ts';
import type { Driver, DriverDependencies } from './driver.ts';
import { makeDriver, type Drivers } from './drivers.ts';
import { createScrub } from './scrub.ts';

/** First pause before a channel at fault is checked again; it doubles up to the driver's own interval. Seconds. */
const firstRecheck = 5;
/** Between the sign that something is wrong and the check. Milliseconds. */
const stirPause = 1000;
/** A driver that does not end within this time is left to itself. Milliseconds. */
const closingTime = 2000;

/** One channel with its driver, its state and its checks. Lanes share nothing. */
export interface Lane {
  readonly channel: UsableChannel;
  readonly state: () => ChannelState;
  readonly supervise: (on: boolean) => void;
  readonly attempt: (message: OutgoingMessage, attempt: number) => Promise<Outcome>;
  /** `at once`: whatever is under way is broken off; else it may come to its end first. */
  readonly close: (how: 'at once' | 'after what is under way') => Promise<void>;
}

export interface LaneDependencies extends DriverDependencies {
  readonly drivers: Drivers;
  /** Evenly between 0 and 1. */
  readonly random: () => number;
  readonly changed: () => void;
}

export const createLane = (channel: UsableChannel, deps: LaneDependencies): Lane => {
  const { clock, random, changed } = deps;
  const scrub = createScrub(channel.secrets, 'user' in channel.settings ? channel.settings.user : '');
  const log = scrub.log(deps.log);
  const driver = openDriver(channel, { ...deps, log, stir: () => stir() }, deps.drivers);
  const underWay = new Map<AbortController, Promise<Outcome>>();
  let supervised = false;
  let state: ChannelState = { state: 'untried', message: '', checkedAt: null };
  /** The other end was there and said no: that it is still there proves nothing. */
  let refused = false;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  /** One try inside its time limit. Never rejects, whatever the driver does. */
  const run = (work: (signal: AbortSignal) => Promise<Outcome>): Promise<Outcome> => {
    const controller = new AbortController();
    const limited = raceWithLimit(work, controller, driver.timeLimit).then(({ answer, ...rest }) => ({ ...rest, answer: scrub.answer(answer) }));
    underWay.set(controller, limited);
    return limited.finally(() => underWay.delete(controller));
  };

  const judge = (outcome: Outcome, real: boolean): void => {
    if (closed) return;
    const received = outcome.outcome === 'received';
    if (real) refused = outcome.refused === true;
    failures = received ? 0 : failures + 1;
    if (!received || real || !refused) state = { state: received ? 'ok' : 'fault', message: received ? '' : outcome.answer, checkedAt: new Date(clock.now()).toISOString() };
    plan();
    changed();
  };

  const check = async (): Promise<void> => {
    if (driver.check !== null) judge(await run(driver.check), false);
  };

  /** Soon, and not at once: an other end that takes and drops connections by the second is not to be answered in kind. */
  const stir = (): void => {
    if (supervised && !closed && failures === 0) checkIn(stirPause);
  };

  /** Any outcome begins the interval anew; a fault is looked at again sooner. */
  const plan = (): void => {
    clearTimeout(timer);
    if (closed || !supervised || driver.check === null) return;
    const seconds = failures === 0 ? driver.checkEvery : Math.min(driver.checkEvery, firstRecheck * 2 ** (failures - 1));
    checkIn(seconds * 1000 * (0.9 + 0.2 * random()));
  };

  const checkIn = (milliseconds: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void check(), milliseconds);
    timer.unref();
  };

  const quietly = (work: () => unknown): Promise<void> =>
    Promise.resolve()
      .then(work)
      .then(
        () => {},
        (error: unknown) => log.warn({ channel: channel.id, error: describeError(error) }, 'a channel did not end what it had open'),
      );

  return {
    channel,
    state: () => (supervised ? state : { state: 'unused', message: '', checkedAt: state.checkedAt }),
    supervise: (on) => {
      if (on === supervised || closed) return;
      supervised = on;
      clearTimeout(timer);
      if (on) void check();
      else void quietly(() => driver.rest?.());
    },
    attempt: async (message, attempt) => {
      if (!mayCarry(channel, message)) return { outcome: 'failed', answer: 'Drills and tests may not be sent on this channel.' };
      const outcome = await run((signal) => driver.attempt(message, attempt, signal));
      log.info({ channel: channel.id, message: message.id, occasion: message.occasion, attempt, outcome: outcome.outcome, answer: outcome.answer }, 'a message was tried');
      judge(outcome, true);
      return outcome;
    },
    close: async (how) => {
      closed = true;
      clearTimeout(timer);
      if (how === 'at once') for (const controller of underWay.keys()) controller.abort();
      else await Promise.all(underWay.values());
      await Promise.race([quietly(driver.close), pause(closingTime)]);
    },
  };
};

/** The last of several doors: whoever decides what is due never sends a drill here either. A test of the channel itself is asked for by a person. */
const mayCarry = (channel: UsableChannel, { kind, occasion }: OutgoingMessage): boolean => kind === 'real' || occasion === 'test' || channel.safeForDrills;

const openDriver = (channel: UsableChannel, deps: DriverDependencies, drivers: Drivers): Driver => {
  try {
    return makeDriver(drivers, channel, deps);
  } catch (error) {
    deps.log.error({ channel: channel.id, error: String(error) }, 'a channel cannot be used');
    return unusable(error);
  }
};

/** In place of a driver that could not be made: a fault in every try and check. */
const unusable = (error: unknown): Driver => {
  const fail = (): Promise<never> => Promise.reject(new Error('This channel cannot be used as it is set', { cause: error }));
  return { attempt: fail, check: fail, checkEvery: 300, timeLimit: 1000, close: () => Promise.resolve() };
};

/** Whichever comes first: the driver's outcome or the end of its time. What a driver does later is not looked at. */
const raceWithLimit = (work: (signal: AbortSignal) => Promise<Outcome>, controller: AbortController, limit: number): Promise<Outcome> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve({ outcome: 'failed', answer: `No answer within ${limit / 1000} seconds.` });
      controller.abort();
    }, limit);
    controller.signal.addEventListener('abort', () => resolve({ outcome: 'failed', answer: 'Broken off.' }));
    Promise.resolve()
      .then(() => work(controller.signal))
      .then(resolve, (error: unknown) => resolve({ outcome: 'failed', answer: describeError(error) }))
      .finally(() => clearTimeout(timer));
  });

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
