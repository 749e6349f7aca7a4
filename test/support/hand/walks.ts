import type { Locator } from 'playwright-core';
import type { Hand } from './hand.ts';

/** Ways through a window that most stories go. */

/** Back to the noticeboard from wherever one is. */
export const leavePage = async (hand: Hand): Promise<void> => {
  const { page } = hand;
  await hand.shortcut('Escape', page.getByRole('button', { name: 'Close', exact: true }));
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
};

export const openPage = async (hand: Hand, name: string): Promise<void> => {
  const { page } = hand;
  if (await page.getByRole('dialog').isVisible()) await leavePage(hand);
  await hand.press(page.getByRole('button', { name: 'Office', exact: true }));
  await hand.press(page.getByRole('link', { name, exact: true }));
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
};

/** On the page that asks for it: the tile, then the PIN on the keys or on the pad beside it. A site with one person asks for the PIN alone. */
export const signIn = async (hand: Hand, { name, pin }: { readonly name: string; readonly pin: string }): Promise<void> => {
  const { page } = hand;
  const field = page.getByLabel('PIN', { exact: true });
  const tile = page.getByRole('button', { name, exact: true });
  await field.or(tile).first().waitFor();
  if (await tile.isVisible()) await hand.press(tile);
  if (hand.name === 'keys') {
    await hand.fill(field, pin);
    await hand.shortcut('Enter', field);
  } else {
    for (const digit of pin) await hand.press(page.getByRole('button', { name: `Digit ${digit}`, exact: true }));
    await hand.press(page.getByRole('button', { name: 'Sign in', exact: true }));
  }
};

/** Opens a page as this person, whoever was signed in at this desk before. */
export const openAs = async (hand: Hand, who: { readonly name: string; readonly pin: string }, name: string): Promise<void> => {
  const { page } = hand;
  await openPage(hand, name);
  const out = page.getByRole('button', { name: 'Sign out', exact: true });
  await out.or(page.getByRole('heading', { level: 2, name: /^(Who is it|PIN of)/ })).first().waitFor();
  if (await out.isVisible()) {
    await signOut(hand);
    await openPage(hand, name);
  }
  await signIn(hand, who);
  await page.getByText(`Signed in as ${who.name}`).waitFor();
};

export const signOut = async (hand: Hand): Promise<void> => {
  await hand.press(hand.page.getByRole('button', { name: 'Sign out', exact: true }));
  await hand.page.getByRole('dialog').waitFor({ state: 'hidden' });
};

/** What the system's own dialog does then stands outside of the page. */
export const chooseFile = async (hand: Hand, button: Locator, file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }): Promise<void> => {
  const asked = hand.page.waitForEvent('filechooser');
  await hand.press(button);
  await (await asked).setFiles(file);
};

/** Until the printer is asked for; what the browser asks then stands outside of the page. */
export const askForPrinter = async (hand: Hand, button: Locator): Promise<void> => {
  const asked = hand.page.waitForEvent('console', (message) => message.text() === 'asked to print');
  await hand.page.evaluate(() => {
    window.print = () => console.log('asked to print');
  });
  await hand.press(button);
  await asked;
};
