import type { WebSocket } from 'ws';
import type { Log } from '../core/environment.ts';
import { decodeFrame, encodeFrame } from './frames.ts';
import type { Frame } from './frames.ts';
import type { Timing } from './timing.ts';

/** Why a link was ended on purpose, as a WebSocket close code. */
export const closeCodes = { goingAway: 1001, duplicate: 4000, noCommonVersion: 4001, cutOff: 4002, silent: 4003, retired: 4004 } as const;
export type CloseReason = keyof typeof closeCodes;

/** One open WebSocket to one station, whose id was taken from its certificate. */
export interface Link {
  readonly peer: string;
  readonly dialledByUs: boolean;
  /** The address that the peer's socket comes from. */
  readonly remoteHost: string;
  readonly send: (frame: Frame) => void;
  /** Hands an encoded frame to the socket before it returns. False when the link is closing. */
  readonly write: (encoded: Uint8Array) => boolean;
  /** Bytes that our side has taken but the system has not. */
  readonly backlog: () => number;
  readonly close: (reason: CloseReason) => void;
}

export interface LinkOptions {
  readonly socket: WebSocket;
  readonly peer: string;
  readonly dialledByUs: boolean;
  readonly remoteHost: string;
  readonly timing: Timing;
  readonly log: Log;
  /** A whole frame, and how many bytes it had. */
  readonly onFrame: (link: Link, frame: Frame, bytes: number) => void;
  /** The peer sent what is no frame. */
  readonly onNonsense: (link: Link, reason: string) => void;
  /** It sent nothing whole for too long; the link is about to be ended. */
  readonly onSilence: (link: Link) => void;
  readonly onClosed: (link: Link) => void;
}

/** Wraps an open socket: frames in and out, and the watch over silence. */
export const createLink = ({ socket, peer, dialledByUs, remoteHost, timing, log, onFrame, onNonsense, onSilence, onClosed }: LinkOptions): Link => {
  let heard = true;

  const link: Link = {
    peer,
    dialledByUs,
    remoteHost,
    send: (frame) => {
      link.write(encodeFrame(frame));
    },
    write: (encoded) => {
      if (socket.readyState !== socket.OPEN) return false;
      socket.send(encoded, { binary: true, compress: false });
      return true;
    },
    backlog: () => socket.bufferedAmount,
    close: (reason) => {
      if (socket.readyState === socket.CLOSED) return;
      socket.close(closeCodes[reason]);
      // Whatever it goes on sending stays in its own buffers.
      if (reason === 'cutOff') socket.pause();
      // A peer that has gone never answers the closing handshake.
      setTimeout(() => socket.terminate(), timing.close).unref();
    },
  };

  const endSilence = () => {
    if (heard) return;
    log.warn({ station: peer }, 'a station fell silent');
    onSilence(link);
    socket.terminate();
  };
  // When it was this program that hung, the peer's frames are waiting in the socket: they are read before judging.
  const silence = setTimeout(() => {
    heard = false;
    setImmediate(() => setImmediate(endSilence));
  }, timing.silence);

  socket.on('message', (data, isBinary) => {
    heard = true;
    silence.refresh();
    const frame = isBinary && data instanceof Uint8Array ? decodeFrame(data) : null;
    if (frame?.ok && data instanceof Uint8Array) onFrame(link, frame.value, data.length);
    else onNonsense(link, frame?.ok === false ? frame.error.message : 'A frame is not binary.');
  });
  // ws closes after an error by itself. What breaks WebSocket (RFC 6455) itself, or is larger than any frame, is the peer's doing; all else the network's.
  socket.on('error', (error) => {
    log.debug({ station: peer, error: error.message }, 'a link failed');
    if ('code' in error && String(error.code).startsWith('WS_ERR')) onNonsense(link, error.message);
  });
  socket.once('close', (code) => {
    clearTimeout(silence);
    log.debug({ station: peer, code }, 'a link is closed');
    onClosed(link);
  });
  return link;
};
