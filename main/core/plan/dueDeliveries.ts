import type { Alarm, AlarmKind } from '../../contract/alarm.ts';
import type { Attempt, Occasion } from '../../contract/delivery.ts';
import type { PlanDocument } from '../../contract/plan.ts';
import type { ChannelFile } from '../channel/foldChannel.ts';
import { backOff } from './backOff.ts';
import { reachedSteps } from './escalation.ts';
import { momentsOf } from './reachedSteps.ts';

/** A station takes over from the ones before it, one after the other, after so many milliseconds each without success. */
export const takeOverAfter = 8_000;
/** So long after the end of an alarm its ways out are still told of it. Milliseconds. */
export const closedToldFor = 60 * 60_000;
/** Longest pause at first, and after hours without success: an alarm that stays open over a weekend does not fill the ledger with tries. Milliseconds. */
const longestPause = 2 * 60_000;
const longestPauseEver = 15 * 60_000;
/** Those that took over share the tries: each pauses up to so many times as long. */
const mostSharing = 4;
/** So many tries may follow one another as fast as the other end asks; a receiver that says "at once" for ever is not tried for ever at once. */
const quickTries = 8;

/** What a channel needs for it to be decided who uses it, and for what. */
export type Way = Pick<ChannelFile, 'id' | 'safeForDrills' | 'from'>;

/** One message to one channel that this station is to try now. */
export interface Delivery {
  /** The same on every station and in every attempt. */
  readonly message: string;
  readonly channel: string;
  readonly occasion: Occasion;
  /** 1, 2, 3 … by this station. */
  readonly attempt: number;
  /** When what it tells of happened, or the step was reached: milliseconds after the alarm was raised. */
  readonly at: number;
}

export interface DeliveryState {
  readonly document: PlanDocument;
  readonly channels: readonly Way[];
  readonly alarm: Alarm;
  /** This station, by id and by the name that its attempts carry. */
  readonly self: { readonly id: string; readonly name: string };
  /** The ids of all stations of the site. */
  readonly stations: ReadonlySet<string>;
  /** Those that this station is connected to: nobody waits for the turn of one that is not there. */
  readonly connected: ReadonlySet<string>;
  /** Milliseconds after the alarm was raised, as this station counts them, and its clock. */
  readonly elapsed: number;
  /** What `elapsed` was when this station began to follow the alarm: more than nothing after a restart, or where it came late. */
  readonly followedFrom: number;
  readonly now: number;
  /** Messages that this station is trying at this moment. */
  readonly underWay: ReadonlySet<string>;
  /** Where the other end said when it wants to be tried again: milliseconds since the epoch, by message. */
  readonly notBefore: ReadonlyMap<string, number>;
}

/**
 * What this station is to try now. Each channel of a reached step has one message that it is to get: the newest of what happened. Once any
 * station got it through nobody tries it again.
 *
 * The station that raised the alarm tries at once and goes on trying; the others that may use the channel take over one after the other when
 * that stays without success, so an alarm gets out although the station that raised it is dead or cut off.
 */
export const dueDeliveries = (state: DeliveryState): readonly Delivery[] =>
  state.channels.filter((channel) => mayCarry(channel, state.alarm.kind)).flatMap((channel) => {
    const wanted = wantedMessage(channel.id, state);
    if (wanted === null) return [];
    const message = messageName(state.alarm.id, channel.id, wanted.occasion);
    const turn = turnsOf(channel, state.alarm.stationId, state).indexOf(state.self.id);
    if (turn < 0 || state.underWay.has(message) || state.elapsed < turnBegins(wanted.at, turn, state)) return [];
    const tried = state.alarm.attempts.filter((attempt) => attempt.channel === channel.id && attempt.occasion === wanted.occasion);
    const own = tried.filter((attempt) => attempt.station === state.self.name);
    const sharing = turn === 0 ? 1 : Math.min(mostSharing, new Set(tried.map(({ station }) => station)).size);
    if (!isTimeAgain(message, own, state, sharing * longestSoFar(own))) return [];
    return [{ message, channel: channel.id, ...wanted, attempt: own.length + 1 }];
  });

/** Drills and tests go nowhere where nobody knows that they come. */
export const mayCarry = (channel: Pick<Way, 'safeForDrills'>, kind: AlarmKind): boolean => kind === 'real' || channel.safeForDrills;

export const messageName = (subject: string, channel: string, occasion: Occasion): string => `${subject}/${channel}/${occasion}`;

/** The channels that the reached steps name, with when. */
export const dueChannels = (document: PlanDocument, alarm: Alarm, elapsed: number): ReadonlyMap<string, number> => {
  const reached = new Map<string, number>();
  for (const { step, at } of reachedSteps(document, alarm, elapsed)) {
    for (const recipient of step.recipients) if (recipient.to === 'channel' && !reached.has(recipient.channel)) reached.set(recipient.channel, at);
  }
  return reached;
};

const wantedMessage = (channel: string, { document, alarm, elapsed }: DeliveryState): Pick<Delivery, 'occasion' | 'at'> | null => {
  const got = new Set(alarm.attempts.filter((attempt) => attempt.channel === channel && attempt.outcome === 'received').map(({ occasion }) => occasion));
  const reachedAt = dueChannels(document, alarm, elapsed).get(channel);
  // Whoever got word of an alarm hears how it goes on, also when an answer has meanwhile stopped the plan.
  if (reachedAt === undefined && got.size === 0) return null;
  const newest = newestOf(alarm, reachedAt ?? 0);
  if (got.has(newest.occasion) || newest.at > elapsed) return null;
  if (newest.occasion === 'closed' && (got.size === 0 || elapsed - newest.at > closedToldFor)) return null;
  return newest;
};

const newestOf = (alarm: Alarm, reachedAt: number): Pick<Delivery, 'occasion' | 'at'> => {
  const { closed, duress, emergency } = momentsOf(alarm);
  if (closed !== null) return { occasion: 'closed', at: closed };
  if (duress !== null) return { occasion: 'duress', at: Math.max(duress, reachedAt) };
  if (emergency !== null && emergency > reachedAt) return { occasion: 'raised-to-emergency', at: emergency };
  return { occasion: 'raised', at: reachedAt };
};

/** Whose turn it is, in order: the station that it is about, whether it is there or not, then the others that may use the channel, best first where somebody said so. */
export const turnsOf = ({ from }: Pick<Way, 'from'>, about: string, { self, stations, connected }: Pick<DeliveryState, 'self' | 'stations' | 'connected'>): readonly string[] => {
  const allowed = from.length > 0 ? from : [...new Set([about, ...stations])].toSorted();
  return [...allowed.filter((station) => station === about), ...allowed.filter((station) => station !== about && stations.has(station) && (station === self.id || connected.has(station)))];
};

/** What should have gone out long before this station was there has most likely gone out: it waits to hear of that first. */
export const turnBegins = (at: number, turn: number, { followedFrom, stations }: Pick<DeliveryState, 'followedFrom' | 'stations'>): number => {
  const late = followedFrom > at + takeOverAfter && stations.size > 1;
  return (late ? followedFrom + takeOverAfter : at) + turn * takeOverAfter;
};

/** The longer it has been in vain the rarer it is tried: a thirtieth of that time, within limits. */
const longestSoFar = (own: readonly Attempt[]): number => {
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined) return longestPause;
  return Math.min(longestPauseEver, Math.max(longestPause, (Date.parse(last.startedAt) - Date.parse(first.startedAt)) / 30));
};

/**
 * Whether a message is to be tried (again) by a station whose own attempts these are. What the other end asks for counts, but it neither keeps
 * an alarm waiting for longer than `longest`, nor is it tried without a pause for ever.
 */
export const isTimeAgain = (message: string, own: readonly Attempt[], { self, now, notBefore }: Pick<DeliveryState, 'self' | 'now' | 'notBefore'>, longest: number): boolean => {
  const last = own.at(-1);
  if (last === undefined) return true;
  const endedAt = Date.parse(last.startedAt) + last.duration;
  // A clock that was set back would make it wait for hours.
  if (endedAt > now + longestPause) return true;
  const usual = endedAt + backOff(`${message}/${self.id}`, own.length, longest);
  const asked = Math.min(notBefore.get(message) ?? usual, endedAt + longest);
  return now >= (own.length < quickTries ? asked : Math.max(asked, usual));
};
