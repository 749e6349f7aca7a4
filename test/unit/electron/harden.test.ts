import type { Session } from 'electron';
import { beforeAll, describe, expect, it } from 'vitest';
import { hardenSession } from '../../../main/electron/harden.ts';
import { defaultSession } from '../../electron/standIn/session.ts';

/** Only what `hardenSession` reaches for, as Electron's types have it. */
const asSession = (session: unknown): Session => session as Session;

const asks = (permission: string, details: object): boolean => {
  let answered = false;
  Reflect.apply(defaultSession.permissionHandler ?? (() => {}), undefined, [null, permission, (granted: boolean) => (answered = granted), details]);
  return answered;
};
const checks = (permission: string, origin: string, mediaType: string): unknown => Reflect.apply(defaultSession.permissionCheck ?? (() => false), undefined, [null, permission, origin, { mediaType }]);
const isSaved = (address: string): boolean => {
  let prevented = false;
  defaultSession.emit('will-download', { preventDefault: () => (prevented = true) }, { getURL: () => address });
  return !prevented;
};
const own = 'quietbell://desk/index.html';

describe('the window of the desk', () => {
  beforeAll(() => hardenSession(asSession(defaultSession)));

  it('may use the camera, for photos of a record, and never the microphone', () => {
    expect(asks('media', { requestingUrl: own, mediaTypes: ['video'] })).toBe(true);
    expect(asks('media', { requestingUrl: own, mediaTypes: ['video', 'audio'] })).toBe(false);
    expect(asks('media', { requestingUrl: own, mediaTypes: ['audio'] })).toBe(false);
    expect(checks('media', 'quietbell://desk/', 'video')).toBe(true);
    expect(checks('media', 'quietbell://desk/', 'audio')).toBe(false);
  });

  it('is refused everything else, and another page the camera as well', () => {
    expect(asks('media', { requestingUrl: 'https://elsewhere.example/', mediaTypes: ['video'] })).toBe(false);
    expect(checks('media', 'https://elsewhere.example/', 'video')).toBe(false);
    for (const permission of ['geolocation', 'notifications', 'hid', 'clipboard-read', 'fullscreen']) expect(asks(permission, { requestingUrl: own })).toBe(false);
  });

  it('saves copies of what it shows, and nothing from anywhere else', async () => {
    expect(isSaved('blob:quietbell://desk/0f8f3c1e')).toBe(true);
    for (const address of ['https://elsewhere.example/a.jpg', 'blob:https://elsewhere.example/0f8f3c1e', 'quietbell://desk/index.html', 'data:text/html,x']) expect(isSaved(address)).toBe(false);
    expect(await defaultSession.allows('blob:quietbell://desk/0f8f3c1e')).toBe(true);
    expect(await defaultSession.allows('blob:https://elsewhere.example/0f8f3c1e')).toBe(false);
  });
});
