import type { EventRecord, VersionVector } from '../core/event/replica.ts';

/**
 * What a peer was told on one link, and when, so that events which it knows to be held here can be told from those that crossed with the telling. A peer has at
 * most `mostUnderWay` frames of events unacknowledged, so the one behind these was written after it read the acknowledgement before them.
 */
export interface Acknowledgements {
  readonly told: VersionVector;
  /** It is told this now, and with it how many of its frames were dealt with. */
  readonly tell: (news: VersionVector, received: number) => void;
  /** A frame of events came. True when it brings what the peer knew to be held here when it wrote it. */
  readonly isReplay: (records: readonly EventRecord[]) => boolean;
}

interface Word {
  readonly received: number;
  readonly told: VersionVector;
}

export const createAcknowledgements = (first: VersionVector, mostUnderWay: number): Acknowledgements => {
  let told = first;
  let words: readonly Word[] = [{ received: 0, told: first }];
  let countsFrom = 0;
  let frames = 0;
  return {
    get told() {
      return told;
    },
    tell: (news, received) => {
      const lost = [...news].some(([origin, seq]) => seq < (told.get(origin) ?? 0));
      told = new Map([...told, ...news]);
      // Whoever lost its ledger is to be sent everything once more: what it said before counts no longer.
      if (lost) [words, countsFrom] = [[], received + 1];
      else if (received >= countsFrom && words.at(-1)?.received !== received) words = [...words, { received, told }].slice(-2 * mostUnderWay - 1);
    },
    isReplay: (records) => {
      frames += 1;
      const known = words.findLast(({ received }) => received <= Math.max(0, frames - mostUnderWay));
      return known !== undefined && records.some(({ origin, seq }) => seq <= (known.told.get(origin) ?? 0));
    },
  };
};
