import type { Poll } from '../main/core/trigger/profiles.ts';
import type { Hid } from './hid.ts';
import { startPolling } from './startPolling.ts';
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
  /** Of a device that must be asked: it answers no more, or again. */
  readonly onSilent: (silent: boolean) => void;
}

export type Opened = { readonly ok: true; readonly device: OpenDevice } | { readonly ok: false; readonly reason: string };

/** Opens a device, reads it and, where it wants that, asks it. Failure is a value; a device that does not open within the time limit counts as failed. */
export const openDevice = async (hid: Hid, path: string, poll: Poll | null, listener: OpenListener): Promise<Opened> => {
  const opening = hid.HIDAsync.open(path);
  try {
    const handle = await withinTime(opening, openLimit);
    const polling = poll === null ? null : startPolling(poll, () => handle.write([...poll.write]), listener.onSilent);
    let lost = false;
    let closed = false;
    handle.on('error', (error: unknown) => {
      if (lost || closed) return;
      lost = true;
      polling?.stop();
      listener.onLost(reasonOf(error));
    });
    handle.on('data', (report: Uint8Array) => {
      // What was on its way while it was closed belongs to nobody.
      if (closed) return;
      polling?.noteReport();
      listener.onReport(report);
    });
    const close = async (): Promise<void> => {
      closed = true;
      polling?.stop();
      await withinTime(handle.close(), closeLimit).catch(() => undefined);
    };
    return { ok: true, device: { close } };
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
