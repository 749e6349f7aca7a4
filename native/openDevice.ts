import type { Hid } from './hid.ts';
import { withinTime } from './withinTime.ts';

/** An open device. Its reports come in until it is closed or lost. */
export interface OpenDevice {
  /** Never rejects and never takes long; may be called twice. */
  readonly close: () => Promise<void>;
}

export interface OpenListener {
  readonly onReport: (report: Uint8Array) => void;
  /** Called at most once: it was unplugged, or reading failed. It is still to be closed. */
  readonly onLost: (reason: string) => void;
}

export type Opened = { readonly ok: true; readonly device: OpenDevice } | { readonly ok: false; readonly reason: string };

/** Opens a device and reads it. Failure is a value; a device that does not answer within the time limit counts as failed. */
export const openDevice = async (hid: Hid, path: string, listener: OpenListener): Promise<Opened> => {
  const opening = hid.HIDAsync.open(path);
  try {
    const handle = await withinTime(opening, openLimit);
    let lost = false;
    handle.on('error', (error: unknown) => {
      if (lost) return;
      lost = true;
      listener.onLost(reasonOf(error));
    });
    handle.on('data', listener.onReport);
    return { ok: true, device: { close: () => withinTime(handle.close(), closeLimit).catch(() => undefined) } };
  } catch (error) {
    // Should it open after all, nobody reads it any more.
    void opening.then((handle) => handle.close()).catch(() => undefined);
    return { ok: false, reason: reasonOf(error) };
  }
};

/** node-hid's `error` event carries a plain string, its rejections an Error. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const openLimit = 5000;
const closeLimit = 2000;
