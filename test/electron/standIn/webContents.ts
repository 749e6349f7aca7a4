import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import type { BrowserContext, Frame, Page, Route } from 'playwright-core';
import { pageOrigin, toPage, toProduct } from './addresses.ts';
import { createEvent } from './events.ts';
import { ipcMain } from './ipcMain.ts';
import { makePageElectron } from './pageSide.ts';
import { createPortBridge, isPortTraffic, nextPortNumber } from './portBridge.ts';
import { isStandInPort } from './ports.ts';
import { answerRequest, defaultSession } from './session.ts';

export interface PageSource {
  readonly context: Promise<BrowserContext>;
  /** The text of the bundled preload. */
  readonly preload: string;
}

/** What is in a window: a page of Chromium. */
export class StandInWebContents extends EventEmitter {
  readonly #source: PageSource;
  #page: Page | null = null;
  #destroyed = false;
  #windowOpenHandler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0] | null = null;
  /** The address that the product itself asked for; everything else is the page's own wish. */
  #asked = '';
  readonly #bridge = createPortBridge((traffic) => this.#tell(traffic));

  constructor(source: PageSource) {
    super();
    this.#source = source;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  setWindowOpenHandler(handler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0]): void {
    this.#windowOpenHandler = handler;
  }

  async loadURL(url: string): Promise<void> {
    this.#asked = toPage(url);
    // A crashed page of Playwright stays crashed; Electron's contents come back to life.
    await this.#page?.close();
    const page = await (await this.#source.context).newPage();
    if (this.#destroyed) return page.close();
    this.#page = page;
    await this.#prepare(page);
    await page.goto(this.#asked);
  }

  postMessage(channel: string, message: unknown, transfer: Electron.MessagePortMain[] = []): void {
    const ports = transfer.filter(isStandInPort).map((port) => ({ number: nextPortNumber(), port }));
    this.#tell({ channel, message, ports: ports.map(({ number }) => number) });
    for (const { number, port } of ports) this.#bridge.adopt(number, port);
  }

  forcefullyCrashRenderer(): void {
    this.#page?.goto('chrome://crash').catch(() => undefined);
  }

  destroy(): void {
    this.#destroyed = true;
    this.#bridge.end();
    void this.#page?.close();
  }

  #tell(message: Parameters<Window['standInReceive']>[0]): void {
    // A page that is gone hears nothing, as in Electron.
    this.#page?.evaluate((received) => window.standInReceive(received), message).catch(() => undefined);
  }

  async #prepare(page: Page): Promise<void> {
    await page.exposeBinding('standInSend', ({ frame }, message: unknown) => this.#receive(frame, message));
    await page.addInitScript({
      content: `if (window.top === window && location.origin === ${JSON.stringify(pageOrigin)}) { const electron = (${String(makePageElectron)})(); ((require) => { ${this.#source.preload} })(() => electron); }`,
    });
    await page.route('**/*', (route) => this.#answer(route));
    page.on('crash', () => {
      if (page !== this.#page) return;
      this.#bridge.end();
      this.emit('render-process-gone', createEvent(), { reason: 'crashed', exitCode: 139 } satisfies Electron.RenderProcessGoneDetails);
    });
    page.on('popup', (popup) => {
      const answer = this.#windowOpenHandler?.({ url: popup.url(), frameName: '', features: '', disposition: 'foreground-tab', referrer: { url: '', policy: 'no-referrer' } });
      if (answer?.action !== 'allow') void popup.close();
    });
    page.on('download', (download) => {
      const event = createEvent();
      defaultSession.emit('will-download', event, { getURL: () => download.url() });
      if (event.defaultPrevented) void download.cancel();
    });
  }

  #receive(frame: Frame, message: unknown): void {
    if (isPortTraffic(message)) return this.#bridge.receive(message);
    if (typeof message !== 'object' || message === null || !('channel' in message) || !('args' in message) || !Array.isArray(message.args)) return;
    const parent = frame.parentFrame();
    ipcMain.emit(String(message.channel), { sender: this, senderFrame: { url: toProduct(frame.url()), parent: parent === null ? null : { url: toProduct(parent.url()) } } }, ...message.args);
  }

  async #answer(route: Route): Promise<void> {
    const request = route.request();
    if (request.isNavigationRequest() && request.frame() === this.#page?.mainFrame() && request.url() !== this.#asked) {
      const event = createEvent();
      this.emit('will-navigate', event);
      // 204 leaves the page as it is, as Electron does; to abort would put an error page in its place.
      if (event.defaultPrevented) return route.fulfill({ status: 204 });
    }
    const url = toProduct(request.url());
    if (!(await defaultSession.allows(url))) return route.abort('blockedbyclient');
    const response = await answerRequest(url);
    return route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body: Buffer.from(await response.arrayBuffer()) });
  }
}
