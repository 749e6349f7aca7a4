import { v7 } from 'uuid';
import type { Edge } from '../../main/contract/index.ts';
import { problemOf } from './connection/problems.ts';
import type { Connection } from './connection/station.ts';
import { untilAnswered } from './untilAnswered.ts';

/** Tells the station that a bound key or the spot went down or up. What gesture that makes is the station's to judge. */
export interface Edges {
  readonly tell: (binding: string, pressed: boolean) => void;
  /** Edges the station has not answered yet. */
  readonly waiting: () => number;
}

/** Times are milliseconds of a clock that never goes back. */
interface Made {
  readonly edge: Edge;
  readonly at: number;
}
interface Lane {
  readonly waiting: Made[];
  /** The last one that the station answered, and when it did. */
  last: { readonly at: number; readonly answeredAt: number } | null;
}

/** An answer within this time was not late. Milliseconds. */
const onTime = 100;
/** No gesture takes longer. Milliseconds. */
const longestGesture = 10_000;

/**
 * Each edge has its own id, so it can be sent again until it was answered, however old it is by then: a late call for help is better than
 * none. The edges of one binding follow one another, and after a delay they keep the pace at which they were made: else a key that was held
 * while the station was restarted would look like one that was only touched. `giveUpUnbound`: milliseconds after which an edge is dropped that
 * the station knows no binding for.
 */
export const createEdges = ({ client }: Pick<Connection, 'client'>, giveUpUnbound = 30_000): Edges => {
  const lanes = new Map<string, Lane>();

  const deliver = async (lane: Lane): Promise<void> => {
    for (let made = lane.waiting[0]; made !== undefined; made = lane.waiting[0]) {
      const { edge, at } = made;
      await until(earliest(lane.last, at));
      await untilAnswered((signal) => client.trigger.edge(edge, { signal }), (error) => isUnbound(error) && performance.now() - at > giveUpUnbound);
      lane.last = { at, answeredAt: performance.now() };
      lane.waiting.shift();
    }
  };

  return {
    tell: (binding, pressed) => {
      const lane = lanes.get(binding) ?? { waiting: [], last: null };
      lanes.set(binding, lane);
      lane.waiting.push({ edge: { id: v7(), binding, pressed }, at: performance.now() });
      if (lane.waiting.length === 1) void deliver(lane);
    },
    waiting: () => [...lanes.values()].reduce((count, lane) => count + lane.waiting.length, 0),
  };
};

/** When an edge may be sent: at once, unless the one before it was late. */
const earliest = (last: Lane['last'], at: number): number =>
  last === null || last.answeredAt - last.at <= onTime ? at : last.answeredAt + Math.min(at - last.at, longestGesture);

const until = async (moment: number): Promise<void> => {
  const wait = moment - performance.now();
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
};

/** Somebody took the binding away meanwhile, or the station does not have it yet: its ledger may just be coming back. */
const isUnbound = (error: unknown): boolean => problemOf(error)?.type === 'BindingUnknown';
