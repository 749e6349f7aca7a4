import { Button, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import paper from '../incidents/Paper.module.css';
import { useStation } from '../shared/connection/hooks.tsx';
import { useReader } from './usePeople.ts';

const shown = 6;

interface Props {
  /** Who is not to be chosen. */
  readonly without: readonly string[];
  readonly onChoose: (person: string) => void;
}

/** Somebody on file, by a few letters of a name or description. */
export const ChoosePerson = ({ without, onChoose }: Props) => {
  const { t } = useTranslation('people');
  const client = useStation();
  const reader = useReader();
  const [text, setText] = useState('');
  const found = useQuery({ queryKey: ['people', reader, 'chosen', text], queryFn: ({ signal }) => client.person.find({ text }, { signal }), placeholderData: (before) => before });
  const people = (found.data ?? []).filter(({ id }) => !without.includes(id)).slice(0, shown);
  return (
    <>
      <TextInput label={t('linked.choose')} autoFocus autoComplete="off" maxLength={200} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <div className={paper.buttons}>
        {people.map(({ id, names, description }) => {
          const name = names.length > 0 ? names.join(', ') : description.slice(0, 60);
          return (
            <Button key={id} variant="default" mod="wraps" aria-label={t('linked.chosen', { name })} onClick={() => onChoose(id)}>
              {name}
            </Button>
          );
        })}
      </div>
      <Text role="status" c="dimmed">
        {found.data !== undefined && people.length === 0 && t('linked.nobody')}
      </Text>
    </>
  );
};
