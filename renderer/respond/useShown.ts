import { useEffect, useState } from 'react';
import type { Alarm } from '../../main/contract/index.ts';

/** Ids of all alarms that were open on this screen since it started. */
export const useShown = (toAnswer: readonly Alarm[]): ReadonlySet<string> => {
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    if (toAnswer.some(({ id }) => !shown.has(id))) setShown(new Set([...shown, ...toAnswer.map(({ id }) => id)]));
  }, [toAnswer, shown]);
  return shown;
};
