/**
 * A badge reader types like a keyboard: digits faster than anybody can, then Enter. Nothing of that may be seen, end up in a field or press a
 * button, so while a field takes badges each digit is held back for a moment: what was a person's typing goes into the field then.
 */
export interface BadgeReader {
  /**
   * What to do with a key that goes down; `field` takes what is typed, and is one beside which badges count. Null: somewhere else. `at`: when it
   * went down, in milliseconds of a clock that never goes back; not when the page came to it.
   */
  readonly key: (key: string, field: BadgeField | null, at: number) => 'take' | 'leave';
}

export interface BadgeField {
  /** Puts in what a person typed after all. */
  readonly type: (text: string) => void;
}

export interface BadgeReaderDependencies {
  readonly onBadge: (number: string) => void;
  /** Runs something later, and returns how to call that off. */
  readonly later: (milliseconds: number, run: () => void) => () => void;
}

/** Readers send a key every few milliseconds; the fastest fingers need more than this for several in a row. Milliseconds. */
export const betweenKeys = 50;
/** So many digits at that pace are no person's. */
export const shortestBadge = 6;
const badgeKey = /^[0-9A-Fa-f]$/;

export const createBadgeReader = ({ onBadge, later }: BadgeReaderDependencies): BadgeReader => {
  let typed = '';
  let lastAt = Number.NEGATIVE_INFINITY;
  let field: BadgeField | null = null;
  let callOff = (): void => {};

  /** It was a person. */
  const release = (): void => {
    callOff();
    const [text, into] = [typed, field];
    typed = '';
    field = null;
    if (text !== '') into?.type(text);
  };

  return {
    key: (key, into, at) => {
      const pause = at - lastAt;
      // Letters above the digits come with it.
      if (key === 'Shift') return 'leave';
      if (pause > betweenKeys || into !== field) release();
      if (badgeKey.test(key)) {
        lastAt = at;
        typed += key;
        field = into;
        callOff();
        // Elsewhere nothing is held back that a person would wait for.
        if (into !== null) callOff = later(betweenKeys, release);
        return into === null ? 'leave' : 'take';
      }
      if (key === 'Enter' && typed.length >= shortestBadge) {
        const number = typed;
        typed = '';
        field = null;
        callOff();
        onBadge(number);
        return 'take';
      }
      release();
      return 'leave';
    },
  };
};
