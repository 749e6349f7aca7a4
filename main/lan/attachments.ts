import { performance } from 'node:perf_hooks';
import type { PartName, PartReplica } from '../core/attachment/parts.ts';
import type { Log } from '../core/environment.ts';
import { guard } from '../core/guard.ts';
import type { Misconduct } from '../core/site/lan.ts';
import { attachmentsSince } from '../core/site/protocol.ts';
import { sha256, toHex } from '../platform/primitives.ts';
import type { Frame } from './frames.ts';
import type { Link } from './link.ts';
import type { Timing } from './timing.ts';

export interface PartExchangeDependencies {
  readonly parts: PartReplica;
  readonly timing: Pick<Timing, 'partPause' | 'partRetry' | 'partLate'>;
  readonly log: Log;
  /** Nothing of the events is under way on this link, and all that its peer has is here. */
  readonly isCaughtUp: (link: Link) => boolean;
  /** The peer sent a part that is not what it was asked for: for a while nothing is taken from it. */
  readonly onWrong: (link: Link, detail: string) => void;
  /** Nothing is taken from it at present. */
  readonly distrusts: (station: string) => boolean;
}

/**
 * Brings the parts of files that are missing here from whoever has them: behind the events, one part at a time a link, and never while somebody calls for help.
 * README.md has the rules.
 */
export interface PartExchange {
  readonly attach: (link: Link, version: number) => void;
  readonly detach: (link: Link) => void;
  /** Null, or how the peer breaks the protocol with it: it asks for more before it was answered. */
  readonly takeWanted: (link: Link, frame: Extract<Frame, { type: 'partWanted' }>) => Misconduct | null;
  /** The same: it was not asked for it. */
  readonly takePart: (link: Link, frame: Extract<Frame, { type: 'part' }>) => Misconduct | null;
  readonly stop: () => void;
}

/** What is under way on one link, in both directions. */
interface Exchange {
  readonly link: Link;
  asked: { readonly part: PartName; readonly at: number } | null;
  /** What the peer asked for and was not answered yet. */
  owed: PartName | null;
  answering: boolean;
  /** Attachments that the peer lacked something of, and until when it is not asked for them again. */
  readonly lackingUntil: Map<string, number>;
}

export const createPartExchange = ({ parts, timing, log, isCaughtUp, onWrong, distrusts }: PartExchangeDependencies): PartExchange => {
  const exchanges = new Map<Link, Exchange>();
  let timer: NodeJS.Timeout | null = null;
  let due = Number.POSITIVE_INFINITY;
  let stopped = false;

  /** Whatever waits is looked at again then, or sooner. */
  const lookIn = (milliseconds: number): void => {
    const at = performance.now() + milliseconds;
    if (stopped || at >= due) return;
    if (timer !== null) clearTimeout(timer);
    due = at;
    timer = setTimeout(look, milliseconds);
    timer.unref();
  };

  const look = (): void => {
    due = Number.POSITIVE_INFINITY;
    for (const exchange of exchanges.values()) guard(log, 'parts of files could not be exchanged', () => (answer(exchange), ask(exchange)));
  };

  /** The line is free, and nobody needs it more. */
  const mayUse = (link: Link): boolean => parts.isCalm() && link.backlog() === 0 && isCaughtUp(link);

  /** A peer that does not answer for long keeps nobody else from being asked. */
  const underWay = (now: number): ReadonlySet<string> => new Set([...exchanges.values()].flatMap(({ asked }) => (asked === null || now - asked.at > timing.partLate ? [] : [asked.part.address])));

  const ask = (exchange: Exchange): void => {
    const { link, asked, lackingUntil } = exchange;
    if (asked !== null) return;
    const now = performance.now();
    const taken = underWay(now);
    const part = parts.nextMissing(({ attachment, address }) => taken.has(address) || (lackingUntil.get(attachment) ?? 0) > now);
    if (part === null) {
      if (lackingUntil.size > 0) {
        for (const [attachment, until] of lackingUntil) if (until <= now) lackingUntil.delete(attachment);
        lookIn(timing.partRetry);
      }
      return;
    }
    if (distrusts(link.peer) || !mayUse(link)) return lookIn(timing.partRetry);
    exchange.asked = { part, at: now };
    link.send({ type: 'partWanted', part });
  };

  const answer = (exchange: Exchange): void => {
    const { link, owed, answering } = exchange;
    if (owed === null || answering) return;
    if (!mayUse(link)) return lookIn(timing.partRetry);
    exchange.answering = true;
    parts.read(owed).then(
      (bytes) => guard(log, 'a part of a file could not be sent', () => give(exchange, owed, bytes)),
      (error: unknown) => {
        log.error({ attachment: owed.attachment, error: String(error) }, 'a part of a file cannot be read');
        guard(log, 'a part of a file could not be sent', () => give(exchange, owed, null));
      },
    );
  };

  const give = (exchange: Exchange, part: PartName, bytes: Uint8Array | null): void => {
    const { link } = exchange;
    exchange.answering = false;
    if (exchanges.get(link) !== exchange) return;
    // Somebody may have called for help while the disk was read.
    if (!mayUse(link)) return lookIn(timing.partRetry);
    exchange.owed = null;
    link.send({ type: 'part', part, bytes });
  };

  const keep = async (exchange: Exchange, part: PartName, bytes: Uint8Array): Promise<void> => {
    // What cannot be kept is not asked for again at once, of anybody.
    if (!(await parts.keep(part, bytes))) exchange.lackingUntil.set(part.attachment, performance.now() + timing.partLate);
    lookIn(timing.partPause);
  };

  const stopListening = parts.onMissing(() => lookIn(timing.partPause));

  return {
    attach: (link, version) => {
      if (version < attachmentsSince) return;
      exchanges.set(link, { link, asked: null, owed: null, answering: false, lackingUntil: new Map() });
      lookIn(timing.partPause);
    },
    detach: (link) => {
      if (exchanges.delete(link)) lookIn(timing.partPause);
    },
    takeWanted: (link, { part }) => {
      const exchange = exchanges.get(link);
      if (exchange === undefined) return null;
      if (exchange.owed !== null) return 'unasked';
      exchange.owed = part;
      answer(exchange);
      return null;
    },
    takePart: (link, { part, bytes }) => {
      const exchange = exchanges.get(link);
      if (exchange === undefined) return null;
      const { asked } = exchange;
      if (asked === null || !isSame(asked.part, part)) return 'unasked';
      exchange.asked = null;
      if (bytes === null) exchange.lackingUntil.set(part.attachment, performance.now() + timing.partRetry);
      else if (toHex(sha256(bytes)) !== part.address) onWrong(link, 'A part of a file is not what it was asked for.');
      else {
        keep(exchange, part, bytes).catch((error: unknown) => log.error({ attachment: part.attachment, error: String(error) }, 'a part of a file could not be kept'));
        return null;
      }
      lookIn(timing.partPause);
      return null;
    },
    stop: () => {
      stopped = true;
      stopListening();
      if (timer !== null) clearTimeout(timer);
      exchanges.clear();
    },
  };
};

const isSame = (a: PartName, b: PartName): boolean => a.attachment === b.attachment && a.number === b.number && a.address === b.address;
