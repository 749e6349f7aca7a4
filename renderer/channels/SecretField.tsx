import { Button, Group, PasswordInput, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ChannelSecretName } from '../../main/contract/index.ts';
import type { SecretEdit } from './channelDraft.ts';

interface Props {
  readonly name: ChannelSecretName;
  readonly isSet: boolean;
  readonly edit: SecretEdit;
  readonly error: string | null;
  readonly onEdit: (edit: SecretEdit) => void;
}

/** A secret is never shown: one that is set can be replaced or taken away. */
export const SecretField = ({ name, isSet, edit, error, onEdit }: Props) => {
  const { t } = useTranslation('channels');
  const secret = t(`secret.${name}`);
  if (isSet && edit.what !== 'replace') {
    return (
      <div role="group" aria-label={secret}>
        <Text fw={500}>{secret}</Text>
        <Group gap="sm">
          <Text flex="1 1 12rem">{edit.what === 'keep' ? t('secretSet') : t('secretRemoved')}</Text>
          <Button variant="default" aria-label={t('secretReplace', { secret })} onClick={() => onEdit({ what: 'replace', value: '' })}>
            {t('replace')}
          </Button>
          {edit.what === 'keep' ? (
            <Button variant="default" aria-label={t('secretRemove', { secret })} onClick={() => onEdit({ what: 'remove' })}>
              {t('takeAway')}
            </Button>
          ) : (
            <Button variant="default" aria-label={t('secretKeep', { secret })} onClick={() => onEdit({ what: 'keep' })}>
              {t('leave')}
            </Button>
          )}
        </Group>
      </div>
    );
  }
  return (
    <PasswordInput
      label={secret}
      description={t(`secretHint.${name}`)}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      autoComplete="off"
      value={edit.what === 'replace' ? edit.value : ''}
      error={error}
      // Nothing typed leaves it as it is.
      onChange={(event) => onEdit(event.currentTarget.value === '' ? { what: isSet ? 'replace' : 'keep', value: '' } : { what: 'replace', value: event.currentTarget.value })}
    />
  );
};
