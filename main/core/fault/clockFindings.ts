import type { Peer } from '../../contract/station.ts';
import { closeEnough, earliestBelievable, type ClockVerdict } from '../site/judgeClock.ts';
import type { LinkState } from '../site/lan.ts';
import type { Finding } from './finding.ts';

/** How it stands with the clock of this terminal. */
export interface ClockFacts {
  /** What the system clock says, in milliseconds since the epoch. */
  readonly now: number;
  readonly verdict: ClockVerdict;
  /** How far what is written down now is ahead of the time that this station goes by. Milliseconds. */
  readonly stampsAhead: number;
}

/** Stamps are pulled along by the fastest clock of the site, so far and no further. Milliseconds. */
const pulledAlong = 10 * 60 * 1000;

const clock = { kind: 'clock', subject: 'clock', disarms: false } as const;
const fromNetwork = 'or let the system set it from the network';

/** A wrong clock stops no call; it makes records say a wrong time. */
export const clockFindings = (facts: ClockFacts, peers: readonly Peer[], links: readonly LinkState[]): readonly Finding[] => [...ownFindings(facts), ...stampFindings(facts), ...peersFindings(facts, peers, links)];

const ownFindings = ({ now, verdict }: ClockFacts): readonly Finding[] => {
  if (verdict.verdict === 'outvoted') {
    const message = `The clock of this terminal is ${inWords(verdict.offset)} ${verdict.offset > 0 ? 'behind' : 'ahead of'} those of the other stations.`;
    return [{ ...clock, key: 'clock', message, remedy: `Set the clock of this terminal, ${fromNetwork}. Until then the time of the others is used here.` }];
  }
  if (now >= earliestBelievable) return [];
  return [{ ...clock, key: 'clock', message: `The clock of this terminal says ${new Date(now).toISOString().slice(0, 10)}: its battery may be empty.`, remedy: `Set the clock of this terminal, ${fromNetwork}. Until then the times in its records are not to be trusted; their order is.` }];
};

const stampFindings = ({ verdict, stampsAhead }: ClockFacts): readonly Finding[] => {
  if (stampsAhead <= pulledAlong || verdict.verdict === 'agrees' || verdict.verdict === 'outvoted') return [];
  const message = `What this station writes down bears a time that is ${inWords(stampsAhead)} ahead: its clock stood there before, or stands wrong now.`;
  return [{ ...clock, key: 'clock/stamps', message, remedy: 'See that its clock is right. It ends by itself once the clocks of the other stations bear it out; they have to be connected for that.' }];
};

const peersFindings = ({ verdict, now }: ClockFacts, peers: readonly Peer[], links: readonly LinkState[]): readonly Finding[] => {
  if (verdict.verdict === 'outvoted' || now < earliestBelievable) return [];
  return links.flatMap(({ station, connected, clockOffset }) => {
    if (!connected || clockOffset === null || Math.abs(clockOffset) <= closeEnough) return [];
    const name = peers.find((peer) => peer.id === station)?.station ?? station;
    const found = { kind: 'clock', subject: name, key: `clock/${station}`, disarms: false } as const;
    const apart = inWords(clockOffset);
    if (verdict.verdict === 'agrees') return [{ ...found, message: `The clock of ${name} is ${apart} ${clockOffset > 0 ? 'ahead' : 'behind'}.`, remedy: `Set the clock of ${name}, ${fromNetwork}.` }];
    return [{ ...found, message: `The clocks of this terminal and of ${name} differ by ${apart}.`, remedy: `See which of the two is wrong and set it, ${fromNetwork}.` }];
  });
};

const units = [
  ['year', 365.25 * 24 * 3_600_000],
  ['day', 24 * 3_600_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** A stretch of time in the largest unit of which it has two. */
const inWords = (milliseconds: number): string => {
  const length = Math.abs(milliseconds);
  const [name, unit] = units.find(([, each]) => length >= 2 * each) ?? (['second', 1000] as const);
  return `${Math.round(length / unit)} ${name}s`;
};
