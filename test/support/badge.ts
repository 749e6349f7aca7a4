import type { Page } from 'playwright-core';

/** Seconds between two keys of a reader. */
const between = 0.004;

/** Holds a badge to a reader: real key presses, faster than anybody types, and Enter. */
export const holdBadge = async (page: Page, number: string): Promise<void> => {
  const browser = await page.context().newCDPSession(page);
  const keys = [...number.split('').map((digit) => ({ key: digit, code: `Digit${digit}`, text: digit, windowsVirtualKeyCode: digit.charCodeAt(0) })), { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 }];
  const began = Date.now() / 1_000;
  // Sent without waiting for one another, and at the pace of a reader whatever the machine has to do: the answers would make it as slow as a person.
  await Promise.all(
    keys.flatMap((key, index) => (['keyDown', 'keyUp'] as const).map((type, half) => browser.send('Input.dispatchKeyEvent', { type, ...key, timestamp: began + index * between + half * (between / 2) }))),
  );
  await browser.detach();
};
