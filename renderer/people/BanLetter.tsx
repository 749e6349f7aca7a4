import { Button, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { SavePdf } from '../exports/SavePdf.tsx';
import paper from '../incidents/Paper.module.css';
import { useStation } from '../shared/connection/hooks.tsx';
import { isLost, NotRead } from '../shared/connection/NotRead.tsx';
import { readersLanguage } from '../shared/locale.ts';
import { Gone } from './Gone.tsx';
import { Printed } from './Printed.tsx';
import { usePeopleSelection, useReader } from './usePeople.ts';

interface Props {
  readonly person: string;
  readonly ban: string;
}

/** The letter that tells somebody of a ban, in the site's words, ready to be handed over. */
export const BanLetter = ({ person, ban }: Props) => {
  const { t } = useTranslation('people');
  const client = useStation();
  const reader = useReader();
  const { select } = usePeopleSelection();
  const language = readersLanguage();
  const letter = useQuery({ queryKey: ['people', reader, 'letter', person, ban, language], queryFn: ({ signal }) => client.person.noticeLetter({ person, ban, language }, { signal }), retry: false, staleTime: 0, placeholderData: (before) => before });
  if (isLost(letter)) return <NotRead error={letter.error} gone={<Gone />} />;
  if (letter.data === undefined) return <Text c="dimmed">{t('loading')}</Text>;
  const { site, day, text, signature } = letter.data;
  return (
    <div className={paper.paper}>
      <div>
        <Button variant="subtle" mod="flush" leftSection={<IconArrowLeft size={18} aria-hidden />} onClick={() => select(`file/${person}`)}>
          {t('letter.back')}
        </Button>
      </div>
      <Printed print={t('letter.print')} besides={<SavePdf make={(station) => station.person.letterPdf({ person, ban, language })} />}>
        <h2>{site}</h2>
        <p>{day}</p>
        <p>{text}</p>
        <p>
          {'\n\n'}
          {'_'.repeat(32)}
          {'\n'}
          {signature}
        </p>
      </Printed>
    </div>
  );
};
