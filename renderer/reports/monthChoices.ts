/** The present month and those before it, the newest first: two years. */
export const monthChoices = (now: Date): readonly string[] =>
  Array.from({ length: 24 }, (_, back) => {
    const date = new Date(now.getFullYear(), now.getMonth() - back, 1);
    return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}`;
  });
