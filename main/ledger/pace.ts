/**
 * Long work on the station's one thread, in turns so short and so far apart that an alarm that comes in between hardly ever waits, and never
 * longer than one turn, or one transaction. Why not a second thread: `main/decisions/0014-long-work-in-turns.md`.
 */
export interface Pace {
  /** To be called behind every step with the milliseconds it took; a step is far shorter than a turn. Waits when the turn is over. */
  readonly rest: (worked: number) => Promise<void>;
  /** How long a turn lasts at present, in milliseconds. */
  readonly turn: () => number;
  /** How long one transaction with events of others may last, in milliseconds. It costs as much as several events, so it is longer than a turn of steps that cost nothing by themselves. */
  readonly transaction: () => number;
}

/** The longest turn of a station that others rely on, and how many times as long the pause behind it is. Milliseconds. */
export const gentleTurn = 1;
const pauses = 4;
/** The turn of one that nobody relies on yet (`newcomer.ts`); behind it whatever came in is dealt with, and nothing is waited for. */
const hurriedTurn = 4;

const gentleTransaction = 4;
/** So long a press may wait once at a station that nobody relies on yet: it ends the hurry. */
const hurriedTransaction = 16;

/** The pace of a station that runs. */
export const createPace = (hurries: () => boolean = () => false): Pace => {
  let worked = 0;
  return {
    turn: () => (hurries() ? hurriedTurn : gentleTurn),
    transaction: () => (hurries() ? hurriedTransaction : gentleTransaction),
    rest: async (more) => {
      worked += more;
      const hurried = hurries();
      if (worked < (hurried ? hurriedTurn : gentleTurn)) return;
      const pause = worked * pauses;
      worked = 0;
      await new Promise<void>((resolve) => void (hurried ? setImmediate(resolve) : setTimeout(resolve, pause)));
    },
  };
};

/** For a command of its own process, which nobody's alarm waits for. */
export const withoutPauses: Pace = { rest: () => Promise.resolve(), turn: () => 16, transaction: () => 64 };
