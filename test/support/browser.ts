import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectFits, sizes } from './layout.ts';
import { reportNotRun } from './notRun.ts';
import type { StationProcess } from './stationProcess.ts';

const executablePath = '/usr/bin/chromium';
const screens = fileURLToPath(new URL('../../artefacts/screens/', import.meta.url));

/** The commonest terminal, and a large one. */
export const [common, large] = sizes;

/** For `describe.runIf`: false, and said by name, where there is no browser. */
export const browserFor = (story: string): boolean => {
  if (existsSync(executablePath)) return true;
  reportNotRun(story, `there is no browser at ${executablePath}`);
  return false;
};

/** Real Chromium without a screen. As root it has no sandbox of its own; nothing but our own pages is opened in it. */
export const launchBrowser = (extra: readonly string[] = []): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', ...extra],
  });

interface WindowChoices {
  readonly touch?: boolean;
  /** Each address opens one window: the one that the station said when it started, unless another one was asked for. */
  readonly address?: string | null;
}

/** Opens the window of a running station as its own browser would; complaints of the page's console fail the test that closes it. */
export const openWindow = async (browser: Browser, station: StationProcess, { touch = false, address = station.up.window }: WindowChoices = {}): Promise<Page> => {
  if (address === null) throw new Error('this station shows no window');
  const context = await browser.newContext({ viewport: common, hasTouch: touch, reducedMotion: 'reduce', locale: 'en-GB' });
  const page = await context.newPage();
  // Stories run side by side, with all that their stations do, on machines that others share.
  page.setDefaultTimeout(30_000);
  await page.goto(address);
  return page;
};

/** No violation that axe knows of (WCAG 2.2 AA and best practices), at the size the page has. Run in the page itself: what passes never leaves it, which takes a fifth of the time. */
export const expectAccessible = async (page: Page, screen: string): Promise<void> => {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  expect(await page.evaluate(violations), screen).toEqual([]);
};

/** Runs in the page, where axe is. */
const violations = async () => {
  const found = await (globalThis as unknown as { axe: typeof axe }).axe.run({ resultTypes: ['violations'] });
  return found.violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => target.join(' ')) }));
};

/** Keeps a picture of a screen at both sizes in `artefacts/screens`, and checks it: with axe at the common one, whether it fits at every one. */
export const keepScreen = async (page: Page, screen: string): Promise<void> => {
  mkdirSync(screens, { recursive: true });
  await expectFits(page, screen, async (size) => {
    if (size === common || size === large) await page.screenshot({ path: join(screens, `${screen}-${size.width}x${size.height}.png`) });
  });
  await expectAccessible(page, screen);
};

/** A text on the screen: the copy for the printer, which is not shown, has the same. */
export const shown = (page: Page, text: string | RegExp): Locator => page.getByText(text).filter({ visible: true });

/** Everything that is written on a page, shown or read aloud. */
export const wordsOf = (page: Page): Promise<string> =>
  page.evaluate(() => [document.title, document.body.innerText, ...[...document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')].flatMap((element) => ['aria-label', 'title', 'placeholder', 'alt'].map((name) => element.getAttribute(name) ?? ''))].join('\n'));

/** Words that have no place on the public face. */
export const telltale = /\b(alarm|emergency|threat|incident|police|customer)/i;
