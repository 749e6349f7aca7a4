/** A process that runs `createDevices` and `createRelays` with the real node-hid and reports what it says; started by `startDevices`. */
import { createDevices } from '../../../native/devices.ts';
import { createRelays } from '../../../native/relays.ts';
import { orderSchema } from './devicesMessages.ts';
import type { News } from './devicesMessages.ts';

const say = (news: News): void => void process.send?.(news);
const logAs = (level: string) => (_facts: object, message: string) => say({ news: 'logged', level, message });

const log = { debug: logAs('debug'), info: logAs('info'), warn: logAs('warn'), error: logAs('error') };
const devices = createDevices({ clock: { now: () => Date.now() }, log });
const relays = createRelays({ log });
const answer = (job: number, work: Promise<unknown>): void => void work.then((given) => say({ news: 'relay', job, answer: given }));
let stopCapture = (): void => undefined;

devices.onChanged(() => say({ news: 'devices', devices: [...devices.list()] }));
devices.onElement(({ binding, part, pressed, at }) => say({ news: 'element', binding: binding.id, part, pressed, at }));

process.on('message', (message) => {
  const order = orderSchema.parse(message);
  switch (order.order) {
    case 'watch':
      return devices.watch(order.bindings);
    case 'stuck after':
      return devices.setStuckAfter(order.seconds);
    case 'relay boards':
      return answer(order.job, relays.list());
    case 'switch':
      return answer(order.job, relays.set(order.board, order.contact, order.closed));
    case 'read relays':
      return answer(order.job, relays.read(order.board));
    case 'capture':
      stopCapture = devices.capture((capture) => say({ news: 'capture', capture }));
      return undefined;
    case 'stop capture':
      return stopCapture();
    case 'close':
      return void Promise.all([devices.close(), relays.close()]).then(() => {
        say({ news: 'closed' });
        // Nothing of `native` may hold the process now: it ends by itself.
        process.disconnect();
      });
  }
});
