import { ActionIcon, Button, Progress } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import classes from './Attachments.module.css';
import type { Upload } from './useUploads.ts';

interface Props {
  readonly upload: Upload;
  readonly onRetry: () => void;
  readonly onCancel: () => void;
}

/** A file on its way to the station; or why it is not, with a way on and a way out. */
export const UploadLine = ({ upload: { file, sent, of, problem }, onRetry, onCancel }: Props) => {
  const { t } = useTranslation('attachments');
  const { name } = file;
  if (problem !== null) {
    return (
      <li className={classes.upload}>
        <span className={classes.name}>{name}</span>
        <ProblemNote problem={problem} />
        <div className={classes.buttons}>
          {problem.type !== 'AttachmentRefused' && (
            <Button variant="default" aria-label={t('upload.retryNamed', { name })} onClick={onRetry}>
              {t('upload.retry')}
            </Button>
          )}
          <Button variant="subtle" aria-label={t('upload.forgetNamed', { name })} onClick={onCancel}>
            {t('upload.forget')}
          </Button>
        </div>
      </li>
    );
  }
  return (
    <li className={classes.upload} data-sending>
      <span className={classes.words}>
        <span className={classes.name} role="status">
          {t('upload.sending', { name })}
        </span>
        <Progress value={(100 * sent) / of} aria-label={t('upload.sending', { name })} />
        <span>{t('upload.progress', { sent, of })}</span>
      </span>
      <ActionIcon aria-label={t('upload.cancel', { name })} onClick={onCancel}>
        <IconX size={20} aria-hidden />
      </ActionIcon>
    </li>
  );
};
