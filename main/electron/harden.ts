import type { Session, WebContents } from 'electron';
import { isDeskAddress } from './deskAddress.ts';

/** Denies a session every permission, device and download, and every request that is not for the window's own files. */
export const hardenSession = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isDeskAddress(details.url) && !isDeveloperTools(details.url) }));
};

/** Keeps a page where it is: no navigation, no redirect, no second window, no embedded page. */
export const hardenContents = (contents: WebContents): void => {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
};

/** They are shut in the packaged program (see `window.ts`). */
const isDeveloperTools = (address: string): boolean => address.startsWith('devtools:');
