import { Button, Modal, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import classes from './Attachments.module.css';

interface Props {
  readonly id: string;
  readonly filed: boolean;
  readonly onClose: () => void;
  readonly onRemoved: () => void;
}

/** Asks once, and for a filed record why. */
export const RemoveFile = ({ id, filed, onClose, onRemoved }: Props) => {
  const { t } = useTranslation('attachments');
  const [reason, setReason] = useState('');
  const remove = useCommand((client) => client.attachment.remove({ id, reason: filed ? reason.trim() : t('remove.yes') }));
  return (
    <Modal opened onClose={onClose} title={t('remove.title')} withCloseButton={false}>
      <form
        className={classes.viewer}
        onSubmit={(event) => {
          event.preventDefault();
          void remove.run().then((removed) => removed.ok && onRemoved());
        }}
      >
        <Text>{t(filed ? 'remove.filed' : 'remove.draft')}</Text>
        {filed && <TextInput label={t('remove.reason')} value={reason} maxLength={500} required data-autofocus onChange={(event) => setReason(event.currentTarget.value)} />}
        <ProblemNote problem={remove.problem} />
        <div className={classes.answers}>
          <Button variant="default" data-autofocus={!filed || undefined} onClick={onClose}>
            {t('remove.no')}
          </Button>
          <Button type="submit" loading={remove.busy} disabled={filed && reason.trim() === ''}>
            {t('remove.yes')}
          </Button>
        </div>
      </form>
    </Modal>
  );
};
