/** Draws `icon.svg` in the sizes that the packages need: `node build/icons/render.ts`, after a change of the drawing. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const sizes = [16, 32, 48, 64, 128, 256, 512, 1024];
const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const drawing = await readFile(here('icon.svg'), 'utf8');
const browser = await chromium.launch({ executablePath: process.env['QUIETBELL_BROWSER'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage();
for (const size of sizes) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>html, body { margin: 0; background: transparent } svg { display: block; width: ${size}px; height: ${size}px }</style>${drawing}`);
  await page.screenshot({ path: here(`${size}x${size}.png`), omitBackground: true });
}
await browser.close();
