import type { Session, WebContents } from 'electron';
import { deskOrigin, isDeskAddress } from './deskAddress.ts';

/**
 * Denies a session every device, every request that is not for the window's own files, and every permission and download but two of the window's own: the camera, for photos of
 * a record, and saving a copy of what is shown.
 */
export const hardenSession = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => answer(permission === 'media' && 'mediaTypes' in details && isCameraOnly(details.mediaTypes) && isDeskAddress(details.requestingUrl)));
  session.setPermissionCheckHandler((_contents, permission, origin, { mediaType }) => permission === 'media' && mediaType === 'video' && isDeskAddress(origin));
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event, item) => {
    if (!isOwnCopy(item.getURL())) event.preventDefault();
  });
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isDeskAddress(details.url) && !isOwnCopy(details.url) && !isDeveloperTools(details.url) }));
};

/** Keeps a page where it is: no navigation, no redirect, no second window, no embedded page. */
export const hardenContents = (contents: WebContents): void => {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
};

/** Without the microphone. */
const isCameraOnly = (types: readonly string[] | undefined): boolean => types?.length === 1 && types[0] === 'video';

/** Bytes that the window itself put together. */
const isOwnCopy = (address: string): boolean => address.startsWith(`blob:${deskOrigin}/`);

/** They are shut in the packaged program (see `window.ts`). */
const isDeveloperTools = (address: string): boolean => address.startsWith('devtools:');
