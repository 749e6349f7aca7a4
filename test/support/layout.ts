import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** The sizes every screen has to work at: two terminals, a tablet either way up, and the common terminal at 200 % zoom. */
export const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
  { width: 1024, height: 768 },
  { width: 800, height: 1280 },
  { width: 683, height: 384 },
] as const;

export type Size = (typeof sizes)[number];

/** Nothing scrolls sideways, nothing hangs out of the screen, and every target is large enough for a finger, at every size. `at` is called at each. */
export const expectFits = async (page: Page, screen: string, at?: (size: Size) => Promise<void>): Promise<void> => {
  for (const size of sizes) {
    await page.setViewportSize(size);
    await at?.(size);
    expect.soft(await page.evaluate(misfits), `${screen} at ${size.width}×${size.height}`).toEqual({ sideways: [], outside: [], small: [] });
  }
  await page.setViewportSize(sizes[0]);
};

/** Runs in the page: it can use nothing from outside of itself. */
const misfits = () => {
  const finger = 44;
  const isShown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.closest('[inert]') === null;
  const nameOf = (element: Element): string => `${element.tagName.toLowerCase()} ${element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 40)}`;
  /** What a finger hits: with a box to tick or to choose, its label too. */
  const target = (element: Element): DOMRect => (element instanceof HTMLInputElement && ['checkbox', 'radio'].includes(element.type) ? (element.labels?.[0] ?? element.closest('label') ?? element) : element).getBoundingClientRect();

  const all = [...document.querySelectorAll('*')].filter(isShown);
  const scrolls = (element: Element): boolean => element === document.documentElement || ['auto', 'scroll'].includes(getComputedStyle(element).overflowX);
  const targets = all.filter((element) => element.matches('button, a[href], input, select, textarea, [role="radio"], [role="switch"]'));
  return {
    sideways: all.filter((element) => scrolls(element) && element.scrollWidth > element.clientWidth + 1).map(nameOf),
    outside: targets.filter((element) => target(element).right > innerWidth + 1 || target(element).left < -1).map(nameOf),
    small: targets.filter((element) => Math.round(target(element).height) < finger || Math.round(target(element).width) < finger).map((element) => `${nameOf(element)} ${Math.round(target(element).width)}×${Math.round(target(element).height)}`),
  };
};
