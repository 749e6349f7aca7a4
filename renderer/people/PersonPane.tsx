import { Button, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PersonList, ShownPersonDraft } from '../../main/contract/index.ts';
import layout from '../incidents/Records.module.css';
import { AccessPage } from './AccessPage.tsx';
import { BanLetter } from './BanLetter.tsx';
import { BeginFile } from './BeginFile.tsx';
import { EstablishForm } from './EstablishForm.tsx';
import { Gone } from './Gone.tsx';
import { LetterTemplate } from './LetterTemplate.tsx';
import { PersonCard } from './PersonCard.tsx';
import { PersonFile } from './PersonFile.tsx';

interface Props {
  readonly selectedKey: string;
  readonly list: PersonList;
  readonly drafts: readonly ShownPersonDraft[];
  readonly select: (key: string) => void;
}

/** The reading pane: what the address names. */
export const PersonPane = ({ selectedKey, list, drafts, select }: Props) => {
  const { t } = useTranslation('people');
  if (selectedKey === '') return <Text className={layout.choose ?? ''}>{t('choose')}</Text>;
  return (
    <>
      <Button variant="subtle" mod="flush" leftSection={<IconArrowLeft size={18} aria-hidden />} className={layout.back ?? ''} onClick={() => select('')}>
        {t('backToList')}
      </Button>
      <Content selectedKey={selectedKey} list={list} drafts={drafts} />
    </>
  );
};

const Content = ({ selectedKey, list, drafts }: Omit<Props, 'select'>) => {
  const { t } = useTranslation('people');
  const [what, id = '', rest = ''] = selectedKey.split('/');
  switch (what) {
    case 'card':
      return <PersonCard key={id} id={id} />;
    case 'file':
      return <PersonFile key={id} id={id} list={list} />;
    case 'draft': {
      const draft = drafts.find((open) => open.id === id);
      return draft === undefined ? <Gone /> : <EstablishForm key={id} draft={draft} reader={list.rights.includes('read-files')} />;
    }
    case 'begin':
      return <BeginFile key={id} incident={id} />;
    case 'letter':
      return <BanLetter key={`${id}/${rest}`} person={id} ban={rest} />;
    case 'letter-template':
      return <LetterTemplate />;
    case 'access':
      return <AccessPage key={id} id={id} />;
    case 'handed-in':
      return (
        <div role="status">
          <Text fw={600}>{t('form.handedIn')}</Text>
          <Text c="dimmed">{t('form.handedInText')}</Text>
        </div>
      );
    default:
      return <Gone />;
  }
};
