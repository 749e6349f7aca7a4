/** Work on one thing is done one after the other, whoever asks for it; work on different things side by side. */
export interface Turns {
  readonly take: <Value>(id: string, work: () => Promise<Value>) => Promise<Value>;
}

export const createTurns = (): Turns => {
  const lastById = new Map<string, Promise<unknown>>();
  return {
    take: (id, work) => {
      const next = (lastById.get(id) ?? Promise.resolve()).then(work, work);
      lastById.set(id, next);
      const forget = (): void => void (lastById.get(id) === next && lastById.delete(id));
      next.then(forget, forget);
      return next;
    },
  };
};
