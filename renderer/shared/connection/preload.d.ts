/** What the Electron preload puts on the window; absent in the browser host. */
interface QuietbellPreload {
  /** Asks for a message port to the station; it arrives as a window message `{ quietbell: 'port' }`. */
  requestPort(): void;
  /** The main process hears bound keys before the page does; while paused, it lets them through. */
  pauseKeys?(paused: boolean): void;
}

interface Window {
  readonly quietbell?: QuietbellPreload;
}
