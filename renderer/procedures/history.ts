/** What was written, with everything that can be taken back and done again. */
export interface History<State> {
  readonly past: readonly State[];
  readonly present: State;
  readonly future: readonly State[];
  /** What the last change was made to. */
  readonly touched: string | null;
}

/** So many steps back are kept. */
const longest = 200;

export const startHistory = <State>(present: State): History<State> => ({ past: [], present, future: [], touched: null });

/** `touched`: changes of the same thing one after the other, the letters of a word, are taken back at once. Null: each by itself. */
export const change = <State>(history: History<State>, next: State, touched: string | null = null): History<State> => {
  if (next === history.present) return history;
  const goesOn = touched !== null && touched === history.touched;
  return { past: goesOn ? history.past : [...history.past, history.present].slice(-longest), present: next, future: [], touched };
};

export const undo = <State>(history: History<State>): History<State> => {
  const before = history.past.at(-1);
  return before === undefined ? history : { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future], touched: null };
};

export const redo = <State>(history: History<State>): History<State> => {
  const [next, ...future] = history.future;
  return next === undefined ? history : { past: [...history.past, history.present], present: next, future, touched: null };
};
