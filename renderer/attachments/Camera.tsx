import { Button, Modal, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Attachments.module.css';
import { contextOf, encodeJpeg } from './photos.ts';

interface Props {
  readonly onPhoto: (photo: File) => void;
  readonly onClose: () => void;
}

/** One photo from the terminal's camera, or a clear word why there is none. The camera is on only while this is open. */
export const Camera = ({ onPhoto, onClose }: Props) => {
  const { t } = useTranslation('attachments');
  const [state, setState] = useState<'starting' | 'running' | 'none'>('starting');
  const view = useRef<HTMLVideoElement>(null);

  useEffect(() => {
    let stream: MediaStream | null = null;
    let left = false;
    const start = async (): Promise<void> => {
      try {
        // Absent where the page is not served securely.
        const devices: MediaDevices | undefined = navigator.mediaDevices;
        stream = (await devices?.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 2560 } }, audio: false })) ?? null;
        if (stream === null || view.current === null || left) throw new Error('no camera');
        view.current.srcObject = stream;
        await view.current.play();
        setState('running');
      } catch {
        for (const track of stream?.getTracks() ?? []) track.stop();
        if (!left) setState('none');
      }
    };
    void start();
    return () => {
      left = true;
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
  }, []);

  const take = async (): Promise<void> => {
    if (view.current === null) return;
    const canvas = document.createElement('canvas');
    canvas.width = view.current.videoWidth;
    canvas.height = view.current.videoHeight;
    contextOf(canvas).drawImage(view.current, 0, 0);
    const encoded = await encodeJpeg(canvas, 0.9);
    // By the clock on the wall; a colon stands in no name of a file.
    onPhoto(new File([encoded], `${t('capture.name', { time: new Date().toLocaleString('sv-SE').slice(0, 16).replace(':', '.') })}.jpg`, { type: 'image/jpeg' }));
  };

  return (
    <Modal opened onClose={onClose} title={t('capture.title')} withCloseButton={false} size="xl">
      <div className={classes.camera}>
        {state === 'starting' && <Text c="dimmed">{t('capture.starting')}</Text>}
        {state === 'none' && (
          <div role="alert">
            <Text fw={600}>{t('capture.none')}</Text>
            <Text>{t('capture.noneHint')}</Text>
          </div>
        )}
        <video ref={view} className={classes.view} muted playsInline aria-label={t('capture.view')} hidden={state !== 'running'} />
        <div className={classes.answers}>
          <Button variant="default" data-autofocus={state === 'none' || undefined} onClick={onClose}>
            {t('capture.cancel')}
          </Button>
          {state !== 'none' && (
            <Button disabled={state !== 'running'} onClick={() => void take()}>
              {t('capture.take')}
            </Button>
          )}
        </div>
      </div>
    </Modal>
  );
};
