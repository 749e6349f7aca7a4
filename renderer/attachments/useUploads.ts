import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { partsOf, type Problem } from '../../main/contract/index.ts';
import { useStation } from '../shared/connection/hooks.tsx';
import { problemOf } from '../shared/connection/problems.ts';
import { sendFile, UnreadableFile, type Outgoing } from './transfer.ts';

export interface Upload {
  readonly file: Outgoing;
  readonly sent: number;
  readonly of: number;
  /** Null while it goes on. */
  readonly problem: Problem | null;
}

export interface UploadQueue {
  readonly uploads: readonly Upload[];
  readonly add: (file: Outgoing) => void;
  readonly retry: (id: string) => void;
  /** Stops it and forgets what was sent. */
  readonly cancel: (id: string) => void;
}

/** Files on their way from this window to its station, one after the other. */
export const useUploads = (owner: string): UploadQueue => {
  const { t } = useTranslation('attachments');
  const { t: common } = useTranslation('shared');
  const client = useStation();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const stopsById = useRef(new Map<string, AbortController>());
  const last = useRef<Promise<void>>(Promise.resolve());

  const change = useCallback((id: string, part: Partial<Upload>) => setUploads((before) => before.map((upload) => (upload.file.id === id ? { ...upload, ...part } : upload))), []);
  const forget = useCallback((id: string) => setUploads((before) => before.filter(({ file }) => file.id !== id)), []);

  const start = useCallback(
    (file: Outgoing) => {
      const stop = new AbortController();
      stopsById.current.set(file.id, stop);
      const run = async (): Promise<void> => {
        if (stop.signal.aborted) return;
        try {
          await sendFile(client, owner, file, (sent) => change(file.id, { sent }), stop.signal);
          forget(file.id);
        } catch (error) {
          if (stop.signal.aborted) return;
          const unreadable = { type: 'FileUnreadable' as const, message: t('unreadable.message', { name: file.name }), remedy: t('unreadable.remedy') };
          change(file.id, { problem: error instanceof UnreadableFile ? unreadable : (problemOf(error) ?? { type: 'StationNotRunning', message: common('unreachable.message'), remedy: common('unreachable.remedy') }) });
        }
      };
      last.current = last.current.then(run);
    },
    [client, owner, change, forget, t, common],
  );

  return {
    uploads,
    add: (file) => {
      setUploads((before) => [...before, { file, sent: 0, of: partsOf(file.content.size), problem: null }]);
      start(file);
    },
    retry: (id) => {
      const upload = uploads.find(({ file }) => file.id === id);
      if (upload === undefined) return;
      change(id, { problem: null });
      start(upload.file);
    },
    cancel: (id) => {
      stopsById.current.get(id)?.abort();
      forget(id);
      // What was sent goes by itself after a day where this does not arrive.
      client.attachment.cancel({ id }).catch(() => {});
    },
  };
};
