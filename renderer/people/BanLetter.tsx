import { Button, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { fillLetter, type LetterValues } from '../../main/contract/index.ts';
import paper from '../incidents/Paper.module.css';
import { useStation } from '../shared/connection/hooks.tsx';
import { useStatus } from '../shared/useStatus.ts';
import { dayInWords, today } from './days.ts';
import { Gone } from './Gone.tsx';
import { Printed } from './Printed.tsx';
import { usePeopleSelection, useReader } from './usePeople.ts';

interface Props {
  readonly person: string;
  readonly ban: string;
}

/** The letter that tells somebody of a ban, in the site's words, ready to be printed. */
export const BanLetter = ({ person, ban }: Props) => {
  const { t } = useTranslation('people');
  const client = useStation();
  const reader = useReader();
  const { select } = usePeopleSelection();
  const site = useStatus()?.site;
  const file = useQuery({ queryKey: ['people', reader, 'file', person], queryFn: ({ signal }) => client.person.get({ person }, { signal }), retry: false, placeholderData: (before) => before });
  const template = useQuery({ queryKey: ['letter'], queryFn: ({ signal }) => client.person.letter(undefined, { signal }), retry: false });
  if (file.isError || template.isError) return <Gone />;
  if (file.data === undefined || template.data === undefined || site === undefined) return <Text c="dimmed">{t('loading')}</Text>;
  const found = file.data.bans.find(({ id }) => id === ban);
  if (found === undefined) return <Gone />;

  const values: LetterValues = {
    name: file.data.names[0]?.name ?? t('letter.toWhom'),
    site,
    today: dayInWords(today()),
    scope: found.areas.length === 0 ? t('letter.wholeSite', { site }) : t('letter.area', { areas: found.areas.join(', '), site }),
    from: dayInWords(found.from),
    until: found.until === null ? t('letter.noEnd') : t('letter.lastDay', { day: dayInWords(found.until) }),
    notice: found.notice,
    decidedBy: found.decidedBy,
    reviewOn: dayInWords(file.data.reviewOn),
  };
  return (
    <div className={paper.paper}>
      <div>
        <Button variant="subtle" leftSection={<IconArrowLeft size={18} aria-hidden />} onClick={() => select(`file/${person}`)}>
          {t('letter.back')}
        </Button>
      </div>
      <Printed print={t('letter.print')}>
        <h2>{site}</h2>
        <p>{values.today}</p>
        <p>{fillLetter(template.data.text ?? t('letter.standard'), values)}</p>
        <p>
          {'\n\n'}
          {'_'.repeat(32)}
          {'\n'}
          {t('letter.signature')}
        </p>
      </Printed>
    </div>
  );
};
