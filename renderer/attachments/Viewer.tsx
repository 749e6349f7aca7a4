import { Button, Modal, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconDownload, IconTrash, IconX } from '@tabler/icons-react';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment, Problem } from '../../main/contract/index.ts';
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
  readonly mayRemove: boolean;
  readonly onShow: (id: string) => void;
  readonly onClose: () => void;
}

/** One file large, the others an arrow key away. */
export const Viewer = ({ attachments, id, filed, mayRemove, onShow, onClose }: Props) => {
  const { t } = useTranslation('attachments');
  const [removing, setRemoving] = useState(false);
  const index = attachments.findIndex((attachment) => attachment.id === id);
  const attachment = attachments[index];
  const client = useStation();
  const whole = attachment !== undefined && attachment.parts.here === attachment.parts.of;
  const file = useQuery({ queryKey: ['attachment', id, whole], queryFn: whole ? ({ signal }) => readFile(client, attachment, signal) : skipToken, gcTime: 0, staleTime: Infinity, retry: false });
  const address = useBlobAddress(file.data);
  const step = (by: number): void => {
    const next = attachments[index + by];
    if (next !== undefined) onShow(next.id);
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!removing && event.key === 'ArrowLeft') step(-1);
    if (!removing && event.key === 'ArrowRight') step(1);
  });
  // Wherever the focus is: the button that had it may just have become useless.
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  // It was removed or erased meanwhile.
  if (attachment === undefined) return null;
  return (
    <Modal opened onClose={onClose} title={attachment.name} withCloseButton={false} size="min(72rem, 96vw)">
      <Shown attachment={attachment} file={file.data} waiting={file.isPending} problem={file.error === null ? null : problemOf(file.error)} address={address} />
      <div className={classes.steps}>
        {address !== undefined && (
          <Button component="a" variant="default" href={address} download={attachment.name} title={t('viewer.copyNote')} leftSection={<IconDownload size={18} aria-hidden />}>
            {t('viewer.download')}
          </Button>
        )}
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
        {mayRemove && (
          <Button variant="subtle" leftSection={<IconTrash size={18} aria-hidden />} onClick={() => setRemoving(true)}>
            {t('viewer.remove')}
          </Button>
        )}
        <Button data-autofocus variant="default" leftSection={<IconX size={18} aria-hidden />} onClick={onClose}>
          {t('viewer.close')}
        </Button>
      </div>
      {removing && <RemoveFile id={id} filed={filed} onClose={() => setRemoving(false)} onRemoved={onClose} />}
    </Modal>
  );
};

interface ShownProps {
  readonly attachment: Attachment;
  readonly file: Blob | undefined;
  readonly waiting: boolean;
  readonly problem: Problem | null;
  readonly address: string | undefined;
}

const Shown = ({ attachment, file, waiting, problem, address }: ShownProps) => {
  const { t } = useTranslation('attachments');
  const { id, name, type, parts, restricted } = attachment;
  const whole = parts.here === parts.of;
  return (
    <div className={classes.viewer}>
      {restricted && <Text size="sm">{t('restrictedHint')}</Text>}
      {!whole && <Text role="status">{t('onItsWay', parts)}</Text>}
      {whole && waiting && <Text c="dimmed">{t('viewer.reading')}</Text>}
      <ProblemNote problem={problem} />
      {file !== undefined && type === 'text/plain' && <PlainText key={id} id={id} text={file} />}
      {address !== undefined && isShown(type) && <img className={classes.large} src={address} alt={name} />}
      {address !== undefined && !isShown(type) && type !== 'text/plain' && <Text>{t('viewer.noPreview')}</Text>}
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
