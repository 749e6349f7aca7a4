/** Preloaded into a child process that stands for a utility process: gives it `process.parentPort`. */
import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { createPortBridge, isPortTraffic } from './portBridge.ts';
import { StandInPort } from './ports.ts';

interface Posted {
  readonly posted: unknown;
  readonly ports: readonly number[];
}
const isPosted = (message: unknown): message is Posted => typeof message === 'object' && message !== null && 'posted' in message && 'ports' in message;

const bridge = createPortBridge((traffic) => process.connected && process.send?.(traffic));

class StandInParentPort extends EventEmitter implements Electron.ParentPort {
  postMessage(message: unknown): void {
    process.send?.({ posted: message });
  }
}

const parentPort = new StandInParentPort();
Object.defineProperty(process, 'parentPort', { value: parentPort });

const receive = (message: unknown): void => {
  if (isPortTraffic(message)) return bridge.receive(message);
  if (!isPosted(message)) return;
  const ports = message.ports.map((number) => {
    const [here, there] = StandInPort.pair();
    bridge.adopt(number, there);
    return here;
  });
  parentPort.emit('message', { data: message.posted, ports } satisfies Electron.MessageEvent);
};

// As in Electron, messages wait until somebody listens.
parentPort.on('newListener', function listenOnce(event: string) {
  if (event !== 'message') return;
  parentPort.off('newListener', listenOnce);
  process.on('message', receive);
});
process.on('disconnect', () => process.exit(0));
