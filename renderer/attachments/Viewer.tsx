import { Button, Modal, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconDownload, IconTrash, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../main/contract/index.ts';
import { useStation } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { problemOf } from '../shared/connection/problems.ts';
import classes from './Attachments.module.css';
import { isShown } from './kinds.ts';
import { RemoveFile } from './RemoveFile.tsx';
import { readFile } from './transfer.ts';
import { useBlobAddress } from './useBlobAddress.ts';

interface Props {
  readonly attachments: readonly Attachment[];
  readonly id: string;
  readonly filed: boolean;
  readonly onShow: (id: string) => void;
  readonly onClose: () => void;
}

/** One file large, the others an arrow key away. */
export const Viewer = ({ attachments, id, filed, onShow, onClose }: Props) => {
  const { t } = useTranslation('attachments');
  const [removing, setRemoving] = useState(false);
  const index = attachments.findIndex((attachment) => attachment.id === id);
  const attachment = attachments[index];
  // It was removed or erased meanwhile.
  if (attachment === undefined) return null;
  const step = (by: number): void => {
    const next = attachments[index + by];
    if (next !== undefined) onShow(next.id);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={attachment.name}
      withCloseButton={false}
      size="min(72rem, 96vw)"
      onKeyDown={(event) => {
        if (removing) return;
        if (event.key === 'ArrowLeft') step(-1);
        if (event.key === 'ArrowRight') step(1);
      }}
    >
      <Shown key={id} attachment={attachment}>
        {attachments.length > 1 && (
          <>
            <Button variant="default" leftSection={<IconChevronLeft size={18} aria-hidden />} disabled={index === 0} onClick={() => step(-1)}>
              {t('viewer.previous')}
            </Button>
            <Text component="span" c="dimmed">
              {t('viewer.position', { number: index + 1, count: attachments.length })}
            </Text>
            <Button variant="default" rightSection={<IconChevronRight size={18} aria-hidden />} disabled={index === attachments.length - 1} onClick={() => step(1)}>
              {t('viewer.next')}
            </Button>
          </>
        )}
        <Button variant="subtle" leftSection={<IconTrash size={18} aria-hidden />} onClick={() => setRemoving(true)}>
          {t('viewer.remove')}
        </Button>
        <Button data-autofocus variant="default" leftSection={<IconX size={18} aria-hidden />} onClick={onClose}>
          {t('viewer.close')}
        </Button>
      </Shown>
      {removing && <RemoveFile id={id} filed={filed} onClose={() => setRemoving(false)} onRemoved={onClose} />}
    </Modal>
  );
};

const Shown = ({ attachment, children }: { readonly attachment: Attachment; readonly children: ReactNode }) => {
  const { t } = useTranslation('attachments');
  const client = useStation();
  const { id, name, type, parts, restricted } = attachment;
  const whole = parts.here === parts.of;
  const file = useQuery({ queryKey: ['attachment', id, parts.here], queryFn: ({ signal }) => readFile(client, attachment, signal), enabled: whole, gcTime: 0, staleTime: Infinity, retry: false });
  const address = useBlobAddress(file.data);
  return (
    <div className={classes.viewer}>
      {restricted && <Text size="sm">{t('restrictedHint')}</Text>}
      {!whole && <Text role="status">{t('onItsWay', parts)}</Text>}
      {whole && file.isPending && <Text c="dimmed">{t('viewer.reading')}</Text>}
      <ProblemNote problem={file.error === null ? null : problemOf(file.error)} />
      {file.data !== undefined && type === 'text/plain' && <PlainText id={id} text={file.data} />}
      {address !== undefined && isShown(type) && <img className={classes.large} src={address} alt={name} />}
      {address !== undefined && !isShown(type) && type !== 'text/plain' && <Text>{t('viewer.noPreview')}</Text>}
      <div className={classes.buttons}>
        {address !== undefined && (
          <Button component="a" variant="default" href={address} download={name} title={t('viewer.copyNote')} leftSection={<IconDownload size={18} aria-hidden />}>
            {t('viewer.download')}
          </Button>
        )}
        {children}
      </div>
    </div>
  );
};

const PlainText = ({ id, text }: { readonly id: string; readonly text: Blob }) => {
  const words = useQuery({ queryKey: ['text', id], queryFn: () => text.text(), gcTime: 0 });
  return (
    <pre className={classes.text} tabIndex={0}>
      {words.data}
    </pre>
  );
};
