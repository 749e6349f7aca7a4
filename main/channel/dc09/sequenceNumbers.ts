/** DC-09 numbers its messages 0001 to 9999. A message that is tried again keeps its number: by it a receiver knows it for the same. */
export interface SequenceNumbers {
  readonly of: (message: string) => number;
  readonly next: () => number;
}

export const createSequenceNumbers = (counter: { readonly next: (most: number) => number }): SequenceNumbers => {
  const numbersByMessage = new Map<string, number>();
  const next = (): number => counter.next(9999);
  return {
    next,
    of: (message) => {
      const number = numbersByMessage.get(message) ?? next();
      // Put last again, so that what is still tried is not what is forgotten.
      numbersByMessage.delete(message);
      numbersByMessage.set(message, number);
      if (numbersByMessage.size > remembered) numbersByMessage.delete(numbersByMessage.keys().next().value ?? message);
      return number;
    },
  };
};

/** Far more messages than one station retries at a time. */
const remembered = 500;
