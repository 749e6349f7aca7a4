import { expect, test } from 'vitest';
import { change, redo, startHistory, undo } from '../../../../renderer/procedures/history.ts';

test('the letters of one field are taken back at once, and each other change by itself', () => {
  let history = startHistory('');
  for (const text of ['a', 'ab', 'abc']) history = change(history, text, 'title');
  history = change(history, 'abc!', 'other');
  history = change(history, 'moved');
  history = change(history, 'moved again');
  expect([undo(history).present, undo(undo(history)).present, undo(undo(undo(history))).present, undo(undo(undo(undo(history)))).present]).toEqual(['moved', 'abc!', 'abc', '']);
});

test('what was taken back is done again, until something else is written', () => {
  const history = undo(change(change(startHistory(0), 1), 2));
  expect(redo(history).present).toBe(2);
  expect(redo(change(history, 5)).present).toBe(5);
  expect(redo(redo(redo(history))).present).toBe(2);
});

test('at the beginning there is nothing to take back, and the same state is no change', () => {
  const history = startHistory('a');
  expect(undo(history)).toBe(history);
  expect(change(history, 'a')).toBe(history);
});

test('typing again in a field after something was taken back is a change of its own', () => {
  const history = change(undo(change(change(startHistory('a'), 'b', 'title'), 'c')), 'bd', 'title');
  expect(undo(history).present).toBe('b');
});
