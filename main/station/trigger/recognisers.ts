import type { Binding } from '../../contract/trigger.ts';
import type { Clock, Ids, Log, Stop } from '../../core/environment.ts';
import { atRest, holdEndsAt, noteEdge, noteTime, type GestureState, type PartEdge, type Recognised } from '../../core/trigger/gesture.ts';

/** Follows the gesture of every binding of this station, each by itself: one element may have a press and a double press, and both count. */
export interface Recognisers {
  /** Replaces the bindings. One that stays as it was keeps what was done of its gesture. */
  readonly replace: (bindings: readonly Binding[]) => void;
  readonly find: (binding: string) => Binding | undefined;
  /** `edge`: the id of an edge that was sent, which may come again; null for one that comes once. */
  readonly note: (binding: string, edge: PartEdge, id: string | null) => void;
  readonly stop: Stop;
}

/** So many edges are remembered; one that is sent again comes within seconds. */
const edgesRemembered = 1000;

export const createRecognisers = (deps: { readonly clock: Clock; readonly ids: Ids; readonly log: Log; readonly fire: (binding: Binding, press: string) => void }): Recognisers => {
  const { clock, ids, log, fire } = deps;
  const recognisersById = new Map<string, Recogniser>();
  const edgesTaken = new Set<string>();

  const take = (recogniser: Recogniser, { state, done }: Recognised, press: string | null): void => {
    recogniser.state = state;
    clearTimeout(recogniser.holding);
    waitForHold(recogniser);
    if (done) fire(recogniser.binding, press ?? ids.next());
  };

  const waitForHold = (recogniser: Recogniser): void => {
    const { gesture } = recogniser.binding;
    const endsAt = holdEndsAt(gesture, recogniser.state);
    if (gesture.type !== 'hold' || endsAt === null) return;
    const reached = (): void => {
      try {
        take(recogniser, noteTime(gesture, recogniser.state, endsAt), null);
      } catch (error) {
        log.error({ binding: recogniser.binding.id, error: String(error) }, 'what a trigger is for could not be done');
      }
    };
    // As long as the gesture asks for and no longer, whatever the clock does in between.
    recogniser.holding = setTimeout(reached, Math.max(0, Math.min(1000 * gesture.seconds, endsAt - clock.now()))).unref();
  };

  const remember = (id: string): void => {
    edgesTaken.add(id);
    const [oldest] = edgesTaken;
    if (edgesTaken.size > edgesRemembered && oldest !== undefined) edgesTaken.delete(oldest);
  };

  return {
    replace: (bindings) => {
      const unchanged = new Map([...recognisersById.values()].map((recogniser) => [JSON.stringify(recogniser.binding), recogniser]));
      for (const { binding, holding } of recognisersById.values()) if (!bindings.some((now) => JSON.stringify(now) === JSON.stringify(binding))) clearTimeout(holding);
      recognisersById.clear();
      for (const binding of bindings) recognisersById.set(binding.id, unchanged.get(JSON.stringify(binding)) ?? { binding, state: atRest, holding: undefined });
    },
    find: (binding) => recognisersById.get(binding)?.binding,
    note: (binding, edge, id) => {
      const recogniser = recognisersById.get(binding);
      if (recogniser === undefined || (id !== null && edgesTaken.has(id))) return;
      const before = recogniser.state;
      try {
        take(recogniser, noteEdge(recogniser.binding.gesture, before, edge), id);
      } catch (error) {
        // What failed completes the gesture when it comes again.
        recogniser.state = before;
        throw error;
      }
      if (id !== null) remember(id);
    },
    stop: () => {
      for (const { holding } of recognisersById.values()) clearTimeout(holding);
    },
  };
};

interface Recogniser {
  readonly binding: Binding;
  state: GestureState;
  holding: NodeJS.Timeout | undefined;
}
