/**
 * Runs inside the page before its own scripts, as text: it must use nothing from outside. Gives the preload its `electron`.
 */
interface PageElectron {
  readonly contextBridge: { exposeInMainWorld: (key: string, api: object) => void };
  readonly ipcRenderer: { send: (channel: string, ...args: unknown[]) => void; on: (channel: string, listener: (event: { readonly ports: MessagePort[] }, message: unknown) => void) => void };
}

declare global {
  interface Window {
    /** Page to stand-in, by Playwright's binding. */
    standInSend: (message: unknown) => Promise<void>;
    /** Stand-in to page. */
    standInReceive: (message: { readonly channel: string; readonly message: unknown; readonly ports: readonly number[] } | { readonly port: number; readonly data: unknown } | { readonly port: number; readonly closed: true }) => void;
  }
}

export const makePageElectron = (): PageElectron => {
  const listenersByChannel = new Map<string, ((event: { readonly ports: MessagePort[] }, message: unknown) => void)[]>();
  const portsByNumber = new Map<number, { readonly near: MessagePort; readonly far: MessagePort }>();

  const makePort = (number: number): MessagePort => {
    const { port1, port2 } = new MessageChannel();
    portsByNumber.set(number, { near: port1, far: port2 });
    port1.addEventListener('message', ({ data }) => void window.standInSend({ port: number, data }));
    port1.start();
    const close = port2.close.bind(port2);
    port2.close = () => {
      close();
      void window.standInSend({ port: number, closed: true });
    };
    return port2;
  };

  window.standInReceive = (received) => {
    if ('channel' in received) {
      const ports = received.ports.map(makePort);
      for (const listener of listenersByChannel.get(received.channel) ?? []) listener({ ports }, received.message);
    } else if ('closed' in received) {
      // Electron tells a page's port that its other end is gone; Chromium alone does not.
      portsByNumber.get(received.port)?.far.dispatchEvent(new Event('close'));
      portsByNumber.delete(received.port);
    } else {
      portsByNumber.get(received.port)?.near.postMessage(received.data);
    }
  };

  return {
    contextBridge: {
      exposeInMainWorld: (key, api) => Object.defineProperty(window, key, { value: Object.freeze(api) }),
    },
    ipcRenderer: {
      send: (channel, ...args) => void window.standInSend({ channel, args }),
      on: (channel, listener) => void listenersByChannel.set(channel, [...(listenersByChannel.get(channel) ?? []), listener]),
    },
  };
};
