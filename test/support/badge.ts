import type { Page } from 'playwright-core';

/** Holds a badge to a reader: real key presses, faster than anybody types, and Enter. */
export const holdBadge = async (page: Page, number: string): Promise<void> => {
  const browser = await page.context().newCDPSession(page);
  const keys = [...number.split('').map((digit) => ({ key: digit, code: `Digit${digit}`, text: digit, windowsVirtualKeyCode: digit.charCodeAt(0) })), { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 }];
  // Sent without waiting for one another: the answers would make it as slow as a person.
  await Promise.all(keys.flatMap((key) => [browser.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key }), browser.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })]));
  await browser.detach();
};
