/**
 * One open file descriptor of the program under test on an emulated device, as umockdev's preload library hands it over: for each
 * ioctl, read and write it sends a request of three 64-bit little-endian words and waits for the answer. The answer may first ask
 * to read or write the program's memory. (umockdev 0.17, src/umockdev-ioctl.vala and src/libumockdev-preload.c.)
 */
import type { Socket } from 'node:net';

export interface DeviceCalls {
  /** The next report, or null when there is none. */
  readonly nextReport: () => Buffer | null;
  readonly isGone: () => boolean;
  readonly descriptor: Buffer;
  readonly vendorId: number;
  readonly productId: number;
  readonly product: string;
  /** An output report as the program wrote it, with its report id in front. */
  readonly takeOutput: (report: Buffer) => void;
  readonly takeFeature: (report: Buffer) => void;
  /** With the report id in front; null where the device has none. */
  readonly giveFeature: () => Buffer | null;
  /** Calls back at once, or, of a device that hangs, when it does so no more. */
  readonly whenFree: (goOn: () => void) => void;
}

const request = { ioctl: 1n, read: 7n, write: 8n };
const response = { done: 3n, readMemory: 5n, writeMemory: 6n };
const errno = { EIO: 5n, EAGAIN: 11n, ENODEV: 19n, EINVAL: 22n, ENOTTY: 25n };
const messageLength = 24;

/** Answers on the socket until it closes. */
export const answerCalls = (socket: Socket, device: DeviceCalls): void => {
  const unread = createByteQueue();
  socket.on('error', () => socket.destroy());
  socket.on('data', (bytes: Buffer) => {
    for (const message of unread.add(bytes)) answer(message.readBigUInt64LE(0), message.readBigUInt64LE(8), message.readBigUInt64LE(16));
  });

  const done = (result: bigint, error = 0n): void => void socket.write(messageOf(response.done, result, error));
  const fail = (error: bigint): void => done(-1n, error);
  const give = (address: bigint, bytes: Buffer, result: number): void => {
    socket.write(Buffer.concat([messageOf(response.writeMemory, address, BigInt(bytes.length)), bytes]));
    done(BigInt(result));
  };
  const take = (address: bigint, length: number, use: (bytes: Buffer) => void): void => {
    if (length > 0) socket.write(messageOf(response.readMemory, address, BigInt(length)));
    unread.collect(length, (bytes) => {
      done(BigInt(length));
      use(bytes);
    });
  };

  const answer = (kind: bigint, first: bigint, second: bigint): void => device.whenFree(() => answerNow(kind, first, second));

  const answerNow = (kind: bigint, first: bigint, second: bigint): void => {
    if (kind === request.read) {
      const report = device.nextReport()?.subarray(0, Number(second));
      if (report !== undefined) return give(first, report, report.length);
      return fail(device.isGone() ? errno.EIO : errno.EAGAIN);
    }
    if (device.isGone()) return fail(errno.ENODEV);
    if (kind === request.write) return take(first, Number(second), device.takeOutput);
    if (kind === request.ioctl) return answerIoctl(Number(first & 0xffffffffn), second);
    fail(errno.EINVAL);
  };

  /** The number of a hidraw ioctl: 8 bits of command, 8 bits of type ('H'), 14 bits of size (linux/hidraw.h). */
  const answerIoctl = (number: number, address: bigint): void => {
    const size = (number >>> 16) & 0x3fff;
    if (((number >>> 8) & 0xff) !== 0x48) return fail(errno.ENOTTY);
    switch (number & 0xff) {
      case 0x01: // HIDIOCGRDESCSIZE
        return give(address, uint32(device.descriptor.length), 0);
      case 0x02: // HIDIOCGRDESC
        return give(address, Buffer.concat([uint32(device.descriptor.length), device.descriptor]), 0);
      case 0x03: // HIDIOCGRAWINFO: bus (USB), vendor, product
        return give(address, Buffer.concat([uint32(3), uint16(device.vendorId), uint16(device.productId)]), 0);
      case 0x04: {
        // HIDIOCGRAWNAME
        const name = Buffer.from(`${device.product}\0`).subarray(0, size);
        return give(address, name, name.length);
      }
      case 0x06: // HIDIOCSFEATURE
        return take(address, size, device.takeFeature);
      case 0x07: {
        // HIDIOCGFEATURE
        const feature = device.giveFeature()?.subarray(0, size);
        return feature === undefined ? fail(errno.EIO) : give(address, feature, feature.length);
      }
      case 0x0b: // HIDIOCSOUTPUT
        return take(address, size, device.takeOutput);
      default:
        return fail(errno.EINVAL);
    }
  };
};

/** Cuts the stream into messages; `collect` takes out bytes of the program's memory that come in between. */
const createByteQueue = () => {
  let bytes = Buffer.alloc(0);
  let collecting: { length: number; finish: (bytes: Buffer) => void } | null = null;
  return {
    collect: (length: number, finish: (bytes: Buffer) => void): void => {
      if (length === 0) finish(Buffer.alloc(0));
      else collecting = { length, finish };
    },
    *add(more: Buffer): Generator<Buffer> {
      bytes = Buffer.concat([bytes, more]);
      while (bytes.length >= (collecting?.length ?? messageLength)) {
        const part = bytes.subarray(0, collecting?.length ?? messageLength);
        bytes = bytes.subarray(part.length);
        const collected = collecting;
        collecting = null;
        if (collected === null) yield part;
        else collected.finish(part);
      }
    },
  };
};

const messageOf = (kind: bigint, first: bigint, second: bigint): Buffer => {
  const message = Buffer.alloc(messageLength);
  message.writeBigUInt64LE(kind, 0);
  message.writeBigInt64LE(BigInt.asIntN(64, first), 8);
  message.writeBigInt64LE(BigInt.asIntN(64, second), 16);
  return message;
};

const uint16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
};

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
