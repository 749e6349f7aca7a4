import { Button, Text } from '@mantine/core';
import { IconCamera, IconPaperclip } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mostAttachmentBytes } from '../../main/contract/index.ts';
import classes from './Attachments.module.css';
import { Camera } from './Camera.tsx';

interface Props {
  readonly onFiles: (files: readonly File[]) => void;
  /** Files hang over the page. */
  readonly over: boolean;
}

/** The ways in that can be seen; dragging and pasting work anywhere on the page. */
export const AddFiles = ({ onFiles, over }: Props) => {
  const { t } = useTranslation('attachments');
  const input = useRef<HTMLInputElement>(null);
  const [camera, setCamera] = useState(false);
  return (
    <div className={classes.add} data-over={over}>
      <div className={classes.buttons}>
        <Button variant="default" leftSection={<IconPaperclip size={18} aria-hidden />} onClick={() => input.current?.click()}>
          {t('add')}
        </Button>
        <Button variant="default" leftSection={<IconCamera size={18} aria-hidden />} onClick={() => setCamera(true)}>
          {t('camera')}
        </Button>
      </div>
      <Text size="sm" c="dimmed">
        {over ? t('drop') : t('hint', { most: mostAttachmentBytes / 1_000_000 })}
      </Text>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept="image/jpeg,image/png,image/webp,image/gif,image/heic,image/heif,application/pdf,audio/*,text/plain"
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      {camera && (
        <Camera
          onClose={() => setCamera(false)}
          onPhoto={(photo) => {
            setCamera(false);
            onFiles([photo]);
          }}
        />
      )}
    </div>
  );
};
