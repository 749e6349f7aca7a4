/** Every message between the window's preload and the main process. Bundled into both, so it imports nothing. */
export const channels = {
  /** Window to main: give me a port to the station. Answered by `port` when the station is ready. */
  requestPort: 'quietbell:request-port',
  /** Window to main: somebody chooses a new key; `true` lets bound keys through to the page, `false` ends that. */
  pauseKeys: 'quietbell:pause-keys',
  /** Main to window: here it is (`event.ports[0]`). */
  port: 'quietbell:port',
} as const;
