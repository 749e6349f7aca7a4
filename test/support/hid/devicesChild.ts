/** A process that runs `createDevices` with the real node-hid and reports what it says; started by `startDevices`. */
import { createDevices } from '../../../native/devices.ts';
import { orderSchema } from './devicesMessages.ts';
import type { News } from './devicesMessages.ts';

const say = (news: News): void => void process.send?.(news);
const logAs = (level: string) => (_facts: object, message: string) => say({ news: 'logged', level, message });

const devices = createDevices({
  clock: { now: () => Date.now() },
  log: { debug: logAs('debug'), info: logAs('info'), warn: logAs('warn'), error: logAs('error') },
});
let stopCapture = (): void => undefined;

devices.onChanged(() => say({ news: 'devices', devices: [...devices.list()] }));
devices.onElement(({ binding, pressed, at }) => say({ news: 'element', binding: binding.id, pressed, at }));

process.on('message', (message) => {
  const order = orderSchema.parse(message);
  switch (order.order) {
    case 'watch':
      return devices.watch(order.bindings);
    case 'capture':
      stopCapture = devices.capture((capture) => say({ news: 'capture', capture }));
      return undefined;
    case 'stop capture':
      return stopCapture();
    case 'close':
      return void devices.close().then(() => {
        say({ news: 'closed' });
        // Nothing of `native` may hold the process now: it ends by itself.
        process.disconnect();
      });
  }
});
