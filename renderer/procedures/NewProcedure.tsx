import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { giveawaysIn, longestFaces } from '../../main/contract/index.ts';
import type { Wording } from '../../main/contract/index.ts';
import { DraftForm } from '../settings/DraftForm.tsx';

interface Props {
  readonly busy: boolean;
  readonly onBegin: (title: Wording) => void;
  readonly onCancel: () => void;
}

export const NewProcedure = ({ busy, onBegin, onCancel }: Props) => {
  const { t } = useTranslation('procedures');
  const [title, setTitle] = useState<Wording>({ discreet: '', full: '' });
  const [tried, setTried] = useState(false);
  const missing = (text: string): string | null => (tried && text.trim() === '' ? t('flaw.missing') : null);
  const giveaways = giveawaysIn(title.discreet).join(', ');
  const begin = (): boolean => {
    setTried(true);
    const sound = title.full.trim() !== '' && title.discreet.trim() !== '' && giveaways === '';
    if (sound) onBegin({ discreet: title.discreet.trim(), full: title.full.trim() });
    return sound;
  };
  return (
    <DraftForm title={t('create.title')} busy={busy} problem={null} fix={null} save={t('create.save')} cancel={t('create.cancel')} onSave={begin} onCancel={onCancel}>
      <TextInput autoFocus label={t('create.full')} description={t('create.fullHint')} autoComplete="off" maxLength={longestFaces.full} value={title.full} error={missing(title.full)} onChange={(event) => setTitle({ ...title, full: event.currentTarget.value })} />
      <TextInput
        label={t('create.discreet')}
        description={t('create.discreetHint')}
        autoComplete="off"
        maxLength={longestFaces.discreet}
        value={title.discreet}
        error={giveaways === '' ? missing(title.discreet) : t('flaw.giveaway', { words: giveaways })}
        onChange={(event) => setTitle({ ...title, discreet: event.currentTarget.value })}
      />
    </DraftForm>
  );
};
