import { execFile } from 'node:child_process';
import { chmod, constants, open, rename, rm } from 'node:fs/promises';
import { writeSync, readSync } from 'node:fs';
import { createServer } from 'node:net';
import type { Socket } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import type { DeviceModel } from './models.ts';
import { addToSysfs } from './sysfs.ts';
import type { SysfsPlace } from './sysfs.ts';
import { answerCalls } from './umockdevProtocol.ts';

/** A device as long as it is plugged in. */
export interface EmulatedDevice {
  readonly path: string;
  readonly port: string;
  readonly number: number;
  /** How many file descriptors the programs under test have open on it. */
  readonly readers: () => number;
  /** Sends one report to whoever has it open; as with a real device, it is lost when nobody has. */
  readonly report: (bytes: readonly number[]) => void;
  /** It is in this state now: told at once, or when it is asked, as its model does. */
  readonly show: (state: readonly number[]) => void;
  /** How often it was asked and answered. */
  readonly answers: () => number;
  readonly press: () => void;
  readonly release: () => void;
  /** It answers no question any more, or again; everything else goes on. */
  readonly setSilent: (silent: boolean) => void;
  /** Of a relay board: its closed contacts, bit 0 for contact 1. */
  readonly closedContacts: () => number;
  /** Of a relay board: its contacts stay as they are, whatever it is told. */
  readonly setJammed: (jammed: boolean) => void;
  /** No call on it comes back. The preload library has one lock for all devices: the others hang with it, which real ones do not. */
  readonly setHung: (hung: boolean) => void;
  /** The permissions of the device node. */
  readonly setMode: (mode: number) => Promise<void>;
  readonly unplug: () => Promise<void>;
  /** For the next device of this name; until then whoever was just opening this one still gets through. Open descriptors keep their connection. */
  readonly freeName: () => void;
  /** Ends what is left of it after the program under test has ended. */
  readonly dispose: () => Promise<void>;
}

/**
 * The node is a FIFO that carries one byte for each report that waits, which makes `poll` wake up; the reports themselves go over the
 * socket, so that their boundaries hold. The preload library looks for that socket under the name of the node.
 */
export const plugIn = async (place: SysfsPlace, model: DeviceModel, mode: number): Promise<EmulatedDevice> => {
  const name = `hidraw${place.number}`;
  const node = path.join(place.root, 'dev', name);
  const queuesBySocket = new Map<Socket, Buffer[]>();
  let gone = false;
  let hung = false;
  const waiting: (() => void)[] = [];
  let silent = false;
  let answers = 0;
  let jammed = false;
  let contacts = 0;
  let state = model.release;

  const unlisted = path.join(place.root, `${name}.fifo`);
  await promisify(execFile)('mkfifo', [unlisted]);
  const fifo = await open(unlisted, constants.O_RDWR | constants.O_NONBLOCK);
  await chmod(unlisted, mode);
  const wake = (): void => void writeSync(fifo.fd, Buffer.from([1]));

  const server = createServer((socket) => {
    const queue: Buffer[] = [];
    queuesBySocket.set(socket, queue);
    socket.on('close', () => queuesBySocket.delete(socket));
    answerCalls(socket, {
      ...model,
      isGone: () => gone,
      whenFree: (goOn) => (hung ? void waiting.push(goOn) : goOn()),
      takeOutput: (output) => {
        if (!silent && model.asked !== undefined && output.equals(Buffer.from(model.asked.question))) {
          answers += 1;
          report(model.asked.answer(state));
        }
      },
      takeFeature: ([, command, contact]) => {
        if (!jammed && command !== undefined && contact !== undefined) contacts = switchContacts(contacts, command, contact);
      },
      giveFeature: () => (model.contacts === undefined ? null : Buffer.from([0, ...Buffer.from('QBELL'), 0, 0, contacts])),
      nextReport: () => {
        const report = queue.shift() ?? null;
        if (report !== null) readSync(fifo.fd, Buffer.alloc(1));
        return report;
      },
    });
  });
  const { promise: listening, resolve } = Promise.withResolvers<void>();
  server.listen(path.join(place.root, 'ioctl/dev', name), resolve);
  await listening;
  // Only now: whoever opens a node without a socket is ended by the preload library.
  await rename(unlisted, node);
  const removeFromSysfs = await addToSysfs(place, model);

  const report = (bytes: readonly number[]): void => {
    for (const queue of queuesBySocket.values()) {
      queue.push(Buffer.from(bytes));
      wake();
    }
  };
  const show = (now: readonly number[]): void => {
    state = now;
    if (model.asked?.onlyThen !== true) report(now);
  };
  const unplug = async (): Promise<void> => {
    if (gone) return;
    gone = true;
    await removeFromSysfs();
    await rm(node, { force: true });
    // Never read again: the descriptor stays ready, and each read of it fails, as on a vanished device.
    wake();
  };
  return {
    path: `/dev/${name}`,
    port: place.port,
    number: place.number,
    readers: () => queuesBySocket.size,
    report,
    show,
    answers: () => answers,
    press: () => show(model.press),
    release: () => show(model.release),
    setSilent: (now) => void (silent = now),
    closedContacts: () => contacts,
    setJammed: (now) => void (jammed = now),
    setHung: (now) => {
      hung = now;
      while (!hung && waiting.length > 0) waiting.shift()?.();
    },
    setMode: (changed) => chmod(node, changed),
    unplug,
    freeName: () => void server.close(),
    dispose: async () => {
      await unplug();
      server.close();
      for (const socket of queuesBySocket.keys()) socket.destroy();
      await fifo.close();
    },
  };
};

/** Commands of the relay boards (github.com/pavel-a/usb-relay-hid): FF closes one contact, FD opens it, FE closes all, FC opens all. */
const switchContacts = (closed: number, command: number, contact: number): number => {
  const bit = 1 << (contact - 1);
  switch (command) {
    case 0xff:
      return closed | bit;
    case 0xfd:
      return closed & ~bit;
    case 0xfe:
      return 0xff;
    case 0xfc:
      return 0;
    default:
      return closed;
  }
};
