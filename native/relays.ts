import type { DeviceMatch } from '../main/contract/trigger.ts';
import type { RelayBoard, Relays } from '../main/core/channel/relays.ts';
import type { Log } from '../main/core/environment.ts';
import { deviceKey, isSameKind } from '../main/core/trigger/matchDevice.ts';
import { loadNodeHid } from './hid.ts';
import type { Hid, LoadHid } from './hid.ts';
import { noLibraryHint } from './hints.ts';
import { listDevices } from './listDevices.ts';
import { reasonOf } from './openDevice.ts';
import { relayContacts } from './relayBoards.ts';
import { withinTime } from './withinTime.ts';

/**
 * USB relay boards with the firmware of dcttech, by node-hid. Their USB id 16c0:05df is shared with many other things (it is V-USB's for
 * any HID device), so only the product name `USBRelay1` to `USBRelay8` tells a board.
 *
 * All of them report the same serial number, so a board is the one in its port and no other: what hangs on its contacts must not be
 * switched by mistake. One that was plugged into another port is a fault until the channel names it anew.
 *
 * A board is opened for each job; the jobs of one board follow each other, and no board waits for another or for a pedal. What it
 * answers is a feature report of 8 bytes: byte 7 holds the closed contacts, bit 0 for contact 1. (github.com/pavel-a/usb-relay-hid)
 */
export const createRelays = (deps: { readonly log: Log; readonly loadHid?: LoadHid }): Relays => {
  const { log, loadHid = loadNodeHid } = deps;
  const lastByBoard = new Map<string, Promise<unknown>>();
  let closed = false;

  /** Two jobs at once on one board would read each other's outcome. One that hangs is given up, and the next one begins. */
  const inTurn = <Value>(board: DeviceMatch, job: (device: OpenBoard) => Promise<Value>): Promise<Value> => {
    const key = deviceKey(board);
    const turn = (lastByBoard.get(key) ?? Promise.resolve()).then(() => (closed ? Promise.reject(new Error('the station is closing')) : withinTime(onBoard(board, job), jobLimit)));
    lastByBoard.set(key, turn.catch(() => undefined));
    return turn;
  };

  const onBoard = async <Value>(board: DeviceMatch, job: (device: OpenBoard) => Promise<Value>): Promise<Value> => {
    const hid = await load();
    const [found, ...others] = (await boardsOf(hid)).filter(({ match }) => isSameKind(board, match) && (board.portPath ?? match.portPath) === match.portPath);
    if (found === undefined) throw new Error(board.portPath === null ? 'no relay board is plugged in' : 'the relay board is not plugged in at its port');
    if (others.length > 0) throw new Error(`${others.length + 1} relay boards are plugged in: the channel must name one of them`);
    if (found.obstacle !== null) throw new Error(found.obstacle);
    const opening = hid.HIDAsync.open(found.path);
    try {
      return await job(await opening);
    } finally {
      // A board that opens late, after its job was given up, is closed all the same.
      await opening.then((device) => withinTime(device.close(), closeLimit)).catch(() => undefined);
    }
  };

  const load = async (): Promise<Hid> => {
    try {
      return await loadHid();
    } catch (error) {
      throw new Error(noLibraryHint(reasonOf(error)), { cause: error });
    }
  };

  return {
    list: async () => {
      try {
        return (await withinTime(load().then(boardsOf), jobLimit)).map(({ match, name, contacts }) => ({ match, name, contacts }));
      } catch (error) {
        log.warn({ reason: reasonOf(error) }, 'the relay boards could not be listed');
        return [];
      }
    },
    set: (board, contact, closing) =>
      valueOf(async () => {
        await inTurn(board, async (device) => {
          await device.sendFeatureReport(command(closing ? 0xff : 0xfd, contact));
          const isClosed = ((await readState(device)) >> (contact - 1)) % 2 === 1;
          if (isClosed !== closing) throw new Error(`contact ${contact} did not ${closing ? 'close' : 'open'}: the board says that it is ${isClosed ? 'closed' : 'open'}`);
        });
        return {};
      }),
    read: (board) => valueOf(async () => ({ closed: await inTurn(board, readState) })),
    close: async () => {
      closed = true;
      await Promise.all(lastByBoard.values());
    },
  };
};

interface FoundBoard extends RelayBoard {
  readonly path: string;
  /** Why it certainly cannot be opened. */
  readonly obstacle: string | null;
}

/** The part of an open board that is used. */
interface OpenBoard {
  readonly sendFeatureReport: (report: Buffer) => Promise<number>;
  readonly getFeatureReport: (id: number, length: number) => Promise<Buffer>;
}

const valueOf = async <Value extends object>(job: () => Promise<Value>): Promise<({ readonly ok: true } & Value) | { readonly ok: false; readonly reason: string }> => {
  try {
    return { ok: true, ...(await job()) };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
};

const boardsOf = async (hid: Hid): Promise<readonly FoundBoard[]> =>
  (await listDevices(hid)).flatMap((device) => {
    const contacts = relayContacts(device);
    return contacts === null ? [] : [{ match: device.match, name: device.product, contacts, path: device.path, obstacle: device.obstacle }];
  });

/** Report id 0, `FF` (close) or `FD` (open), the contact; 9 bytes in all. */
const command = (what: number, contact: number): Buffer => Buffer.from([0, what, contact, 0, 0, 0, 0, 0, 0]);

const readState = async (device: OpenBoard): Promise<number> => {
  const report = await device.getFeatureReport(0, reportLength);
  // Some systems give the report id as byte 0, others leave it out.
  const state = report.length >= reportLength ? report[8] : report[7];
  if (state === undefined) throw new Error(`the board answered with ${report.length} bytes instead of 8`);
  return state;
};

const reportLength = 9;
/** Milliseconds. */
const jobLimit = 3000;
const closeLimit = 1000;
