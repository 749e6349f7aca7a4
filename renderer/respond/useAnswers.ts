import { useEffect, useState } from 'react';
import type { Alarm, CloseReason, Problem, Result } from '../../main/contract/index.ts';
import { useCommand } from '../shared/connection/hooks.tsx';
import { nextAnswer, type NextAnswer } from './alarmsToAnswer.ts';
import { restBeforeAnswer } from './answerKey.ts';

export interface Answers {
  /** What this station can say next. */
  readonly next: NextAnswer;
  /** Just said: the next answer waits a moment, so that a key struck twice says one thing. */
  readonly settling: boolean;
  readonly busy: boolean;
  readonly problem: Problem | null;
  /** Says `coming` or `there`; closing has a question of its own. */
  readonly say: () => void;
  readonly close: (reason: CloseReason, note: string) => Promise<Result<void>>;
}

/** What can be said about one alarm from this station, and the saying of it. Needs no sign-in. */
export const useAnswers = (alarm: Alarm, ownStationId: string): Answers => {
  const next = nextAnswer(alarm, ownStationId);
  const acknowledge = useCommand<void>((client) => client.alarm.acknowledge({ alarm: alarm.id }));
  const arrive = useCommand<void>((client) => client.alarm.arrive({ alarm: alarm.id }));
  const close = useCommand<{ reason: CloseReason; note: string }>((client, ending) => client.alarm.close({ alarm: alarm.id, ...ending }));
  const settling = useSettling(next);

  return {
    next,
    settling,
    busy: acknowledge.busy || arrive.busy || close.busy,
    problem: acknowledge.problem ?? arrive.problem ?? close.problem,
    say: () => {
      if (next === 'coming') void acknowledge.run();
      if (next === 'there') void arrive.run();
    },
    close: (reason, note) => close.run({ reason, note }),
  };
};

/** True for a moment after the value changed. */
const useSettling = (value: NextAnswer): boolean => {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    if (settled === value) return;
    const timer = setTimeout(() => setSettled(value), restBeforeAnswer);
    return () => clearTimeout(timer);
  }, [settled, value]);
  return settled !== value;
};
