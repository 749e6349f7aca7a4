import type { ElementHandle, Locator } from 'playwright-core';
import type { Effort } from './effort.ts';
import type { HandMoves } from './hand.ts';
import { seenOf } from './seen.ts';
import { write } from './write.ts';

/** The least width and height that a finger hits, in CSS pixels. */
const leastTarget = 44;

/** Taps, each on something large enough; keys only to write into the field that was tapped, as a screen's own keyboard does. Nothing is hovered over. */
export const createFinger = (effort: () => Effort): HandMoves => {
  const hitBy = async (target: Locator): Promise<ElementHandle> => {
    const hit = await seenOf(target);
    const box = (await hit.boundingBox()) ?? { width: 0, height: 0 };
    if (Math.round(box.width) < leastTarget || Math.round(box.height) < leastTarget) throw new Error(`A finger does not hit ${target.toString()}: it is ${Math.round(box.width)}×${Math.round(box.height)}`);
    return hit;
  };
  const tap = async (target: Locator): Promise<void> => {
    const hit = await hitBy(target);
    effort().tap();
    await hit.tap();
  };

  return {
    press: async (target) => {
      effort().step();
      await tap(target);
    },
    fill: async (field, text) => {
      effort().step();
      await tap(field);
      if (!(await field.evaluate((element) => element === document.activeElement))) throw new Error(`A tap does not put the cursor into ${field.toString()}`);
      if ((await field.inputValue()) !== '') {
        // A long press, and "Select all" of what it opens: both are the system's.
        effort().tap();
        effort().tap();
        await field.selectText();
      }
      await write(field.page(), text, effort());
    },
    choose: async (list, option) => {
      effort().step();
      effort().tap();
      effort().tap();
      const hit = await hitBy(list);
      await hit.tap({ trial: true });
      // The list that opens is the browser's own, and no part of the page.
      const label = (await list.locator('option').allTextContents()).find((each) => (typeof option === 'string' ? each === option : option.test(each)));
      await list.selectOption({ label: label ?? String(option) });
    },
    shortcut: async (_key, button) => {
      effort().step();
      await tap(button);
    },
  };
};
