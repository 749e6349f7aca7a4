import type { Alarm, RecipientState } from '../../main/contract/index.ts';
import { compareNames } from '../shared/locale.ts';

/** How far word has come, in the order of hope: what failed or waits stands first, since somebody may have to pick up a telephone. */
const urgency = { failed: 0, due: 1, sent: 2, received: 3, seen: 4, answered: 5 } satisfies Record<RecipientState['state'], number>;

/** One recipient as a line: whose it is, how far it came, and whether that is good, on its way or bad. */
export interface DeliveryLine {
  readonly id: string;
  readonly to: RecipientState['to'];
  readonly name: string;
  readonly state: RecipientState['state'];
  readonly mark: 'good' | 'under-way' | 'bad';
  readonly attempts: number;
  /** What a channel's other end said, where it says more than the state does. */
  readonly answer: string;
}

/**
 * Everybody who is told of an alarm, but for the station that shows it and those from which somebody is coming: they stand elsewhere. Channels
 * come first, since nobody else in the house sees to them. A channel that
 * nobody tried yet in a drill or a test is left out: most take none, and it must not look as if word were still to come to the police.
 */
export const deliveryLines = (alarm: Alarm, ownStationId: string): readonly DeliveryLine[] =>
  alarm.recipients
    .filter(({ to, id, state }) => (to === 'channel' ? alarm.kind === 'real' || state !== 'due' : state !== 'answered' && id !== ownStationId && id !== alarm.stationId))
    .map(({ to, id, name, state, attempts, answer }): DeliveryLine => ({ id: `${to} ${id}`, to, name, state, mark: markOf(state), attempts, answer: to === 'channel' && state === 'failed' ? answer : '' }))
    .toSorted((one, other) => Number(one.to === 'station') - Number(other.to === 'station') || urgency[one.state] - urgency[other.state] || compareNames(one.name, other.name));

const markOf = (state: RecipientState['state']): DeliveryLine['mark'] => {
  if (state === 'failed') return 'bad';
  return state === 'due' || state === 'sent' ? 'under-way' : 'good';
};
