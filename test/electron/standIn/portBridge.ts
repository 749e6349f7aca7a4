import type { StandInPort } from './ports.ts';

/** What crosses to a page or a child process for the ports that were handed there. */
export type PortTraffic = { readonly port: number; readonly data: unknown } | { readonly port: number; readonly closed: true };

export const isPortTraffic = (message: unknown): message is PortTraffic => typeof message === 'object' && message !== null && 'port' in message && typeof message.port === 'number';

/** Carries the ports that were handed to one other process. Both processes have one, and both know a port by its number. */
export const createPortBridge = (send: (traffic: PortTraffic) => void) => {
  const portsByNumber = new Map<number, StandInPort>();
  return {
    adopt: (number: number, port: StandInPort): void => {
      portsByNumber.set(number, port);
      port.on('message', ({ data }: { readonly data: unknown }) => send({ port: number, data }));
      port.on('close', () => {
        if (portsByNumber.delete(number)) send({ port: number, closed: true });
      });
      port.start();
    },
    receive: (traffic: PortTraffic): void => {
      const port = portsByNumber.get(traffic.port);
      if ('closed' in traffic) {
        portsByNumber.delete(traffic.port);
        port?.close();
      } else {
        port?.postMessage(traffic.data);
      }
    },
    /** The other process is gone. */
    end: (): void => {
      for (const port of portsByNumber.values()) port.close();
      portsByNumber.clear();
    },
  };
};

let lastNumber = 0;
export const nextPortNumber = (): number => ++lastNumber;
