import type { Outcome } from '../../core/channel/courier.ts';
import type { OutgoingMessage } from '../../core/channel/message.ts';
import { describeError } from '../describeError.ts';
import type { ChannelOf, MakeDriver } from '../driver.ts';
import type { Answer } from './answer.ts';
import { readAnswer } from './answer.ts';
import { contactIdData } from './contactId.ts';
import { exchange } from './exchange.ts';
import { extendedData } from './extendedData.ts';
import { wrapFrame } from './frame.ts';
import { writeMessage, type Dc09Message } from './message.ts';
import { decideReport } from './report.ts';
import { createSequenceNumbers } from './sequenceNumbers.ts';
import { siaData } from './sia.ts';

/**
 * Reports to an alarm-receiving centre by SIA DC-09, from the premises' side.
 *
 * The first three tries of a message go to the primary receiver, the next three to the back-up one, and so on in turn; within the first
 * round they follow each other at once. NULL messages supervise both receivers; the lane of the channel begins their interval anew after
 * any other message, as the standard has it. A receiver that they found silent has its turn after the other one.
 */
export const createDc09Driver: MakeDriver<'dc09'> = (channel, deps) => {
  const { settings } = channel;
  const { clock, log, lookup } = deps;
  const key = keyOf(channel);
  const sequences = createSequenceNumbers(deps.counter(`dc09/${channel.id}`));
  const receivers: readonly Receiver[] = [{ name: 'primary receiver', ...settings.primary }, ...(settings.backup === null ? [] : [{ name: 'back-up receiver', ...settings.backup }])];
  /** How far each receiver's clock is ahead of this one's, as its last NAK said. Milliseconds. */
  const offsets = new Map<Receiver, number>();
  /** Those whose last link test was not acknowledged. */
  const silent = new Set<Receiver>();
  /** Whether it takes extended data: not after a DUH to it. */
  let takesText = true;

  const answerTimes = { connectLimit: Math.min(longestConnect, settings.timeout * 1000), answerLimit: settings.timeout * 1000 };

  const send = async (receiver: Receiver, message: Pick<Dc09Message, 'id' | 'sequence' | 'data' | 'extended'>, signal: AbortSignal): Promise<Answer> => {
    if (key === 'wrong') throw new Error(`The key does not fit ${settings.encryption}: it needs ${keyDigits[settings.encryption]} hexadecimal digits`);
    const receiverClock = (): number => clock.now() + (offsets.get(receiver) ?? 0);
    const whole: Dc09Message = { ...message, receiver: settings.receiverNumber, line: settings.line, account: settings.account, at: receiverClock() };
    const frame = wrapFrame(writeMessage(whole, key));
    return exchange(settings.transport, { host: receiver.host, port: receiver.port, ...(lookup === undefined ? {} : { lookup }), frame, read: (content) => readAnswer(content, whole, key, receiverClock()), ...answerTimes, signal });
  };

  /** Takes the receiver's clock from its NAK. True when this changed something, so that the next try has a better chance. */
  const correctClock = (receiver: Receiver, at: number | null): boolean => {
    if (at === null) return false;
    const offset = at - clock.now();
    const change = Math.abs(offset - (offsets.get(receiver) ?? 0));
    offsets.set(receiver, offset);
    log.info({ channel: channel.id, receiver: receiver.name, offset }, "the clock was set by a receiver's NAK");
    return change > leastCorrection;
  };

  const attempt = async (message: OutgoingMessage, count: number, signal: AbortSignal): Promise<Outcome> => {
    // Whoever decides what is due sees to this as well; a drill at a centre that was not told of it sends the police.
    if (message.kind !== 'real' && message.occasion !== 'test' && !channel.safeForDrills) return { outcome: 'failed', answer: 'Not sent: this channel is not safe for drills.' };
    const inTurn = receivers.toSorted((a, b) => Number(silent.has(a)) - Number(silent.has(b)));
    const receiver = inTurn[Math.floor((count - 1) / triesEach) % receivers.length];
    if (receiver === undefined) return { outcome: 'failed', answer: 'No receiver is set.' };
    const firstRound = count < triesEach * receivers.length ? { retryAfter: pauseInFirstRound } : {};
    // The last try at a receiver goes without text, for one that says nothing to what it cannot read.
    const withText = takesText && count % triesEach !== 0;
    const zone = Math.min(999, settings.zones[message.stationId] ?? message.zone);
    const data = (settings.format === 'ADM-CID' ? contactIdData : siaData)(decideReport(message), settings.account, zone);
    const sequence = sequences.of(message.id);
    const where = `${receiver.name} ${receiver.host}:${receiver.port}`;
    const named = `message ${String(sequence).padStart(4, '0')}, ${data}`;
    try {
      const answer = await send(receiver, { id: settings.format, sequence, data, extended: withText ? extendedData(message) : [] }, signal);
      switch (answer.type) {
        case 'ACK':
          return { outcome: 'received', answer: `ACK from the ${where} (${named}).` };
        case 'NAK': {
          const corrected = correctClock(receiver, answer.at);
          const ahead = Math.round((offsets.get(receiver) ?? 0) / 1000);
          const why = corrected ? `its clock is ${Math.abs(ahead)} s ${ahead < 0 ? 'behind' : 'ahead'}` : 'and its clock is not the reason';
          return { outcome: 'failed', answer: `NAK from the ${where} (${named}): ${why}.`, ...(corrected ? { retryAfter: 0 } : firstRound) };
        }
        case 'DUH':
          takesText = takesText && !withText;
          return { outcome: 'failed', refused: true, answer: `DUH from the ${where} (${named}): received, but unable to process it.`, ...(withText ? { retryAfter: 0 } : firstRound) };
      }
    } catch (error) {
      return { outcome: 'failed', answer: `${describeError(error)} (${where}, ${named}).`, ...firstRound };
    }
  };

  /** Null when the link holds, else what is wrong with it. */
  const testLink = async (receiver: Receiver, signal: AbortSignal): Promise<string | null> => {
    const sequence = sequences.next();
    const sendNull = (): Promise<Answer> => send(receiver, { id: 'NULL', sequence, data: '', extended: [] }, signal);
    try {
      let answer = await sendNull();
      if (answer.type === 'NAK' && correctClock(receiver, answer.at)) answer = await sendNull();
      silent.delete(receiver);
      return answer.type === 'ACK' ? null : `the ${receiver.name} answers ${answer.type} to a link test`;
    } catch (error) {
      if (!signal.aborted) silent.add(receiver);
      return `the ${receiver.name} does not answer (${describeError(error)})`;
    }
  };

  const check = async (signal: AbortSignal): Promise<Outcome> => {
    const wrong = (await Promise.all(receivers.map((receiver) => testLink(receiver, signal)))).filter((finding) => finding !== null);
    if (wrong.length === 0) return { outcome: 'received', answer: 'Link test acknowledged.' };
    return { outcome: 'failed', answer: `Link test: ${wrong.join(', ')}.` };
  };

  return {
    attempt,
    check: settings.supervision === 0 ? null : check,
    // The lane varies it by a tenth; a receiver must never wait longer than was agreed.
    checkEvery: settings.supervision * 0.9,
    timeLimit: 2 * (answerTimes.connectLimit + answerTimes.answerLimit) + 1000,
    close: () => Promise.resolve(),
  };
};

interface Receiver {
  readonly name: string;
  readonly host: string;
  readonly port: number;
}

const keyOf = ({ settings: { encryption }, secrets: { encryptionKey } }: ChannelOf<'dc09'>): Uint8Array | null | 'wrong' => {
  if (encryption === 'none') return null;
  return encryptionKey?.length === keyDigits[encryption] ? Buffer.from(encryptionKey, 'hex') : 'wrong';
};

const keyDigits = { none: 0, 'aes-128': 32, 'aes-192': 48, 'aes-256': 64 } as const;
/** Tries at one receiver before the other one's turn. */
const triesEach = 3;
/** A clock that differs by less is right: a NAK to it had another reason. Milliseconds. */
const leastCorrection = 5000;
/** A receiver that is not there is not waited for as long as one that may be slow to answer. Milliseconds. */
const longestConnect = 5000;
/** Between tries until each receiver had its three. Milliseconds. */
const pauseInFirstRound = 250;
