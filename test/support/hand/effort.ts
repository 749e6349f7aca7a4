/**
 * What a story costs a stranger, by the Keystroke-Level Model (Card, Moran and Newell, "The Psychology of Human-Computer Interaction", 1983).
 * Its operators, in seconds: K a key, for an average typist who is no typist by trade; P pointing at something, B a finger going down or up;
 * H a hand going from the screen to the keys or back; M getting ready in the mind.
 *
 * The model was made for people who know a program. A stranger knows none of it by heart, so no M is ever left out: one before each step, and one
 * before each word that is written, which comes to the 20 words a minute at which people put their own words into a computer (Karat and others,
 * CHI 1999). What the machine needs is not in it.
 */
const seconds = { K: 0.28, P: 1.1, B: 0.1, H: 0.4, M: 1.35 } as const;
type Operator = keyof typeof seconds;

export const createEffort = () => {
  const counts: Record<Operator, number> = { K: 0, P: 0, B: 0, H: 0, M: 0 };
  let steps = 0;
  let characters = 0;
  let handOn: 'keys' | 'screen' | null = null;
  const count = (operator: Operator, times = 1): void => {
    counts[operator] += times;
  };
  const handGoesTo = (place: 'keys' | 'screen'): void => {
    if (handOn !== null && handOn !== place) count('H');
    handOn = place;
  };
  return {
    /** Something that is decided and done: a press, a tap, a field that is filled, a choice. */
    step: (): void => {
      steps += 1;
      count('M');
    },
    keys: (times: number): void => {
      handGoesTo('keys');
      count('K', times);
    },
    tap: (): void => {
      handGoesTo('screen');
      count('P');
      count('B', 2);
    },
    words: (text: string): void => {
      handGoesTo('keys');
      characters += text.length;
      count('K', text.length);
      // The first word is what the step was for.
      count('M', text.trim().split(/\s+/).length - 1);
    },
    steps: (): number => steps,
    seconds: (): number => Object.entries(counts).reduce((sum, [operator, times]) => sum + seconds[operator as Operator] * times, 0),
    /** "14 steps, 120 characters, 63 s (K 171, …)" */
    inWords(): string {
      const operators = Object.entries(counts).map(([operator, times]) => `${operator} ${times}`);
      return `${steps} steps, ${characters} characters, ${this.seconds().toFixed(1)} s (${operators.join(', ')})`;
    },
  };
};

export type Effort = ReturnType<typeof createEffort>;
