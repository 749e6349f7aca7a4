import type { JSHandle, Locator, Page } from 'playwright-core';
import type { Effort } from './effort.ts';
import type { HandMoves } from './hand.ts';
import { seenOf } from './seen.ts';
import { write } from './write.ts';

/** More stops of the Tab key than any screen has. */
const mostStops = 400;

/** Tab, Shift+Tab, the arrow keys, Enter, Space and what is typed: nothing is focused or clicked but by them. */
export const createKeys = (page: Page, effort: () => Effort): HandMoves => {
  const key = async (name: string): Promise<void> => {
    effort().keys(1);
    await page.keyboard.press(name);
  };

  /** Goes to something as somebody does who sees where it stands: forwards with Tab or back with Shift+Tab, then along its row or list. */
  const reach = async (target: Locator): Promise<void> => {
    await seenOf(target);
    const seen: JSHandle<Set<Element>> = await page.evaluateHandle(() => new Set<Element>());
    let way = 'Tab';
    for (let stops = 0; stops < mostStops; stops += 1) {
      const { at, where } = await target.evaluate(lookAround, seen);
      if (at === 'here') return;
      if (at === 'list') return alongTo(target);
      if (at === 'round') break;
      // Once on the way one goes on in the same direction: focus may jump over the end of a page.
      if (stops === 0) way = where === 'before' ? 'Shift+Tab' : 'Tab';
      await key(way);
    }
    throw new Error(`${way} does not reach ${target.toString()}`);
  };

  /** In a list that the Tab key enters at one place, the arrow keys go on. */
  const alongTo = async (target: Locator): Promise<void> => {
    for (let steps = 0; steps < mostStops; steps += 1) {
      const next = await target.evaluate(nextArrow);
      if (next === null) return;
      const before = await page.evaluateHandle(() => document.activeElement);
      await key(next);
      if (await page.evaluate((element) => document.activeElement === element, before)) throw new Error(`${next} does not lead on to ${target.toString()}`);
    }
  };

  return {
    press: async (target) => {
      effort().step();
      await reach(target);
      const how = await target.evaluate((element) => {
        // An arrow key has chosen it already.
        if (element.matches('input[type="radio"]:checked')) return null;
        return element.matches('input, [role="switch"], [role="radio"]') ? 'Space' : 'Enter';
      });
      if (how !== null) await key(how);
    },
    fill: async (field, text) => {
      effort().step();
      await reach(field);
      if ((await field.inputValue()) !== '') await key('Control+A');
      await write(page, text, effort());
    },
    choose: async (list, option) => {
      effort().step();
      await reach(list);
      const labels = await list.locator('option').allTextContents();
      const wanted = labels.findIndex((label) => (typeof option === 'string' ? label === option : option.test(label)));
      if (wanted === -1) throw new Error(`${list.toString()} has no ${String(option)}: ${labels.join(', ')}`);
      const chosen = (): Promise<number> => list.evaluate((element) => (element instanceof HTMLSelectElement ? element.selectedIndex : -1));
      for (let at = await chosen(); at !== wanted; ) {
        await key(at < wanted ? 'ArrowDown' : 'ArrowUp');
        const next = await chosen();
        if (next === at) throw new Error(`The arrow keys do not lead to ${String(option)} in ${list.toString()}`);
        at = next;
      }
    },
    shortcut: async (name) => {
      effort().step();
      await key(name);
    },
  };
};

/** Runs in the page. Where the focus is, seen from what is looked for. */
const lookAround = (target: Element, seen: Set<Element>): { readonly at: 'here' | 'list' | 'round' | 'elsewhere'; readonly where: 'before' | 'after' } => {
  const now = document.activeElement ?? document.body;
  const position = now.compareDocumentPosition(target);
  const where = now !== document.body && (position & Node.DOCUMENT_POSITION_PRECEDING) !== 0 && (position & Node.DOCUMENT_POSITION_CONTAINED_BY) === 0 ? 'before' : 'after';
  if (now === target) return { at: 'here', where };
  const isOfList = (): boolean => {
    if (now instanceof HTMLInputElement && target instanceof HTMLInputElement && target.type === 'radio') return now.type === 'radio' && now.name === target.name && now.form === target.form;
    if (!(target instanceof HTMLElement) || target.tabIndex !== -1 || now === document.body || now.tagName !== target.tagName) return false;
    // The one of its list that the Tab key stops at.
    for (let around = target.parentElement; around !== null; around = around.parentElement) {
      const stop = [...around.querySelectorAll<HTMLElement>(target.tagName)].find(({ tabIndex }) => tabIndex === 0);
      if (stop !== undefined) return stop === now;
    }
    return false;
  };
  if (isOfList()) return { at: 'list', where };
  if (now !== document.body && seen.has(now)) return { at: 'round', where };
  seen.add(now);
  return { at: 'elsewhere', where };
};

/** Runs in the page. The arrow key that leads closer; null when it is reached. */
const nextArrow = (target: Element): 'ArrowDown' | 'ArrowUp' | null => {
  const now = document.activeElement;
  if (now === null || now === target) return null;
  return (now.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING) === 0 ? 'ArrowUp' : 'ArrowDown';
};
