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
  const nearByNumber = new Map<number, MessagePort>();
  const farByNumber = new Map<number, MessagePort>();
  /** Ports that were given to the preload and have not come out as a window message yet. */
  const handedOver: number[] = [];

  const makePort = (number: number): MessagePort => {
    const { port1, port2 } = new MessageChannel();
    nearByNumber.set(number, port1);
    handedOver.push(number);
    port1.addEventListener('message', ({ data }) => void window.standInSend({ port: number, data }));
    port1.start();
    return port2;
  };

  // A port that was transferred is another object on arrival: this is the one that the page holds.
  window.addEventListener('message', ({ ports }) => {
    for (const port of ports) {
      const number = handedOver.shift();
      if (number === undefined) return;
      farByNumber.set(number, port);
      const close = port.close.bind(port);
      port.close = () => {
        close();
        void window.standInSend({ port: number, closed: true });
      };
    }
  });

  window.standInReceive = (received) => {
    if ('channel' in received) {
      const ports = received.ports.map(makePort);
      for (const listener of listenersByChannel.get(received.channel) ?? []) listener({ ports }, received.message);
    } else if ('closed' in received) {
      // Electron tells a page's port that its other end is gone; Chromium alone does not.
      farByNumber.get(received.port)?.dispatchEvent(new Event('close'));
      farByNumber.delete(received.port);
      nearByNumber.delete(received.port);
    } else {
      nearByNumber.get(received.port)?.postMessage(received.data);
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
