import type { ElementHandle, Locator } from 'playwright-core';

/** What is seen of a control, and hit: of a box to tick or to choose that is its label, since the box itself may be drawn by something else. */
export const seenOf = async (target: Locator): Promise<ElementHandle> => {
  await target.waitFor({ state: 'attached' });
  const handle = await target.evaluateHandle((element) => (element instanceof HTMLInputElement && ['checkbox', 'radio'].includes(element.type) ? (element.labels?.[0] ?? element.closest('label') ?? element) : element));
  const seen = handle.asElement();
  await seen.waitForElementState('visible');
  return seen;
};
