/** What the promise comes to, or a rejection after `limit` milliseconds. */
export const withinTime = async <Value>(promise: Promise<Value>, limit: number): Promise<Value> => {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`no answer within ${limit} ms`)), limit);
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
};
