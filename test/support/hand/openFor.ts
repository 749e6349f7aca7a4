import type { Browser } from 'playwright-core';
import { openWindow } from '../browser.ts';
import type { RunningDesk } from '../browserSite.ts';
import { createEffort } from './effort.ts';
import { createFinger } from './finger.ts';
import type { Hand, HandName } from './hand.ts';
import { createKeys } from './keys.ts';

/** A window of a station that is worked with one hand alone. */
export const openFor = async (hand: HandName, browser: Browser, { process, door }: RunningDesk): Promise<Hand> => {
  const page = await openWindow(browser, process, { touch: hand === 'finger', address: await door.windowAddress() });
  let effort = createEffort();
  return {
    page,
    name: hand,
    ...(hand === 'keys' ? createKeys(page, () => effort) : createFinger(() => effort)),
    effort: () => effort,
    afresh: () => {
      effort = createEffort();
    },
  };
};
