import { useEffect, useLayoutEffect, useRef } from 'react';
import { isAnswer, takesKeys, type AnswerKey } from './answerKey.ts';

/**
 * Listens for the answer key in the whole window while there is something to answer. Focus stays where it is.
 * `answer` is null while there is nothing to say.
 */
export const useAnswerKey = (keys: readonly AnswerKey[], answer: (() => void) | null): void => {
  const latest = useRef({ keys, answer });
  useLayoutEffect(() => {
    latest.current = { keys, answer };
  });

  useEffect(() => {
    // Kept also while there is nothing to answer: an alarm may come in between two key strokes of somebody who is typing.
    let lastStroke = Number.NEGATIVE_INFINITY;
    const listen = (event: KeyboardEvent): void => {
      const rest = event.timeStamp - lastStroke;
      lastStroke = event.timeStamp;
      const { keys: answerKeys, answer: say } = latest.current;
      if (say === null || event.defaultPrevented) return;
      const taken = event.target instanceof Element && event.target.closest(takesKeys) !== null;
      const stroke = { key: event.key, repeat: event.repeat, modified: event.ctrlKey || event.altKey || event.metaKey, taken, rest };
      if (!isAnswer(stroke, answerKeys)) return;
      event.preventDefault();
      say();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
};
