import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';

type PermissionHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0];
type PermissionCheck = Parameters<Electron.Session['setPermissionCheckHandler']>[0];
type DeviceCheck = Parameters<Electron.Session['setDevicePermissionHandler']>[0];
type RequestListener = (details: Pick<Electron.OnBeforeRequestListenerDetails, 'url'>, answer: (response: Electron.CallbackResponse) => void) => void;
type ProtocolHandler = Parameters<Electron.Protocol['handle']>[1];

class StandInSession extends EventEmitter {
  permissionHandler: PermissionHandler = null;
  permissionCheck: PermissionCheck = null;
  deviceCheck: DeviceCheck = null;
  #listener: RequestListener = (_details, answer) => answer({});

  readonly webRequest = {
    onBeforeRequest: (listener: unknown): void => {
      if (isRequestListener(listener)) this.#listener = listener;
    },
  } satisfies Pick<Electron.WebRequest, 'onBeforeRequest'>;

  setPermissionRequestHandler(handler: PermissionHandler): void {
    this.permissionHandler = handler;
  }

  setPermissionCheckHandler(handler: PermissionCheck): void {
    this.permissionCheck = handler;
  }

  setDevicePermissionHandler(handler: DeviceCheck): void {
    this.deviceCheck = handler;
  }

  /** Whether the product lets a request out. */
  allows(url: string): Promise<boolean> {
    return new Promise((resolve) => this.#listener({ url }, ({ cancel }) => resolve(cancel !== true)));
  }
}

const isRequestListener = (listener: unknown): listener is RequestListener => typeof listener === 'function';

export const defaultSession = new StandInSession() satisfies Pick<Electron.Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'>;
export const session = { defaultSession };

const handlersByScheme = new Map<string, ProtocolHandler>();
const schemes = new Set<string>();

export const protocol = {
  registerSchemesAsPrivileged: (custom) => {
    for (const { scheme } of custom) schemes.add(scheme);
  },
  handle: (scheme, handler) => {
    if (!schemes.has(scheme)) throw new Error(`${scheme} was not registered as privileged`);
    handlersByScheme.set(scheme, handler);
  },
} satisfies Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle'>;

export const answerRequest = async (url: string): Promise<Response> => {
  const handler = handlersByScheme.get(new URL(url).protocol.slice(0, -1));
  if (handler === undefined) throw new Error(`Nobody answers ${url}`);
  return handler(new Request(url));
};
