import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { cueStates } from '../../../../renderer/desk/cue.ts';
import type { CueState } from '../../../../renderer/desk/cue.ts';
import { Mark, Rule, Separator, shownAt } from '../../../../renderer/desk/Cues.tsx';
import { training } from '../../../../renderer/training/messages.en.ts';

describe.each([
  ['the clock’s separator', Separator],
  ['the mark', Mark],
  ['the rule', Rule],
] as const)('%s', (_, Cue) => {
  const drawn = (state: CueState): string => renderToStaticMarkup(createElement(Cue, { state }));
  const shapeOf = (markup: string): string => /data-shape="([^"]*)"/.exec(markup)?.[1] ?? '';

  test('has a shape of its own for every state', () => {
    const pictures = cueStates.map((state) => drawn(state).replace(/data-shape="[^"]*"/, ''));
    expect(new Set(pictures).size).toBe(cueStates.length);
  });

  test('keeps colour, size and place, and does not move', () => {
    const frames = cueStates.map((state) => /^<svg[^>]*>/.exec(drawn(state).replace(/data-shape="[^"]*"/, ''))?.[0]);
    expect(new Set(frames).size).toBe(1);
    for (const state of cueStates) expect(drawn(state)).not.toMatch(/fill="|stroke="|opacity|style=|<animate|transform/);
  });

  test('is not named after what it means', () => {
    for (const state of cueStates) expect(shapeOf(drawn(state))).not.toMatch(new RegExp(`${state}|alarm|help|call|check`));
  });
});

test('the two places that were not chosen always look as they do when all is well', () => {
  for (const state of cueStates) expect([shownAt('mark', 'separator', state), shownAt('rule', 'separator', state)]).toEqual(['heard', 'heard']);
  expect(shownAt('separator', 'separator', 'coming')).toBe('coming');
});

test('the training page explains every state in words', () => {
  expect(Object.keys(training.state).toSorted()).toEqual([...cueStates].toSorted());
});
