import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PersonCard as Card } from '../../main/contract/index.ts';
import paper from '../incidents/Paper.module.css';
import { useStation } from '../shared/connection/hooks.tsx';
import { isLost, NotRead } from '../shared/connection/NotRead.tsx';
import { CardPhoto } from './CardPhoto.tsx';
import { dayInWords } from './days.ts';
import { Gone } from './Gone.tsx';
import classes from './People.module.css';
import { useCalled, useReader } from './usePeople.ts';

/** What a desk is shown: who it is, and what stands now. */
export const PersonCard = ({ id }: { readonly id: string }) => {
  const { t } = useTranslation('people');
  const client = useStation();
  const reader = useReader();
  const card = useQuery({ queryKey: ['people', reader, 'card', id], queryFn: ({ signal }) => client.person.card({ person: id }, { signal }), retry: false, placeholderData: (before) => before });
  if (isLost(card)) return <NotRead error={card.error} gone={<Gone />} />;
  if (card.data === undefined) return <Text c="dimmed">{t('loading')}</Text>;
  return <CardPaper card={card.data} />;
};

const CardPaper = ({ card }: { readonly card: Card }) => {
  const { t } = useTranslation('people');
  const called = useCalled();
  return (
    <article className={paper.paper}>
      <header className={paper.head}>
        <h2 className={paper.title}>{called(card.names)}</h2>
        {card.names.length > 1 && (
          <p className={paper.byline}>
            {t('card.names')}: {card.names.slice(1).join(', ')}
          </p>
        )}
      </header>
      {card.photo !== null && <CardPhoto person={card.id} photo={card.photo} name={called(card.names)} />}
      {card.bans.map((ban, index) => (
        <section key={index} className={classes.standing} data-state="open">
          <h3>{t('card.bans')}</h3>
          <p className={classes.large}>{ban.areas.length === 0 ? t('card.wholeSite') : ban.areas.join(', ')}</p>
          <p>{ban.until === null ? t('card.noEnd') : t('card.until', { day: dayInWords(ban.until) })}</p>
        </section>
      ))}
      {card.markers.length > 0 && (
        <section className={classes.standing} data-state="open">
          <h3>{t('card.markers')}</h3>
          {card.markers.map((marker, index) => (
            <p key={index} className={classes.large}>
              {marker}
            </p>
          ))}
        </section>
      )}
      {card.description !== '' && (
        <section className={paper.section}>
          <h3>{t('card.description')}</h3>
          <p className={paper.text}>{card.description}</p>
        </section>
      )}
      <Text c="dimmed">{t('card.note')}</Text>
    </article>
  );
};
