/** What went wrong in one line; the cause of an error is often what says it. */
export const describeError = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const inner = error instanceof AggregateError && error.errors[0] !== undefined ? describeError(error.errors[0]) : error.cause === undefined ? '' : describeError(error.cause);
  return [error.message, inner].filter((part) => part !== '').join(': ') || error.name;
};
