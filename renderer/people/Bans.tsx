import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../main/contract/index.ts';
import paper from '../incidents/Paper.module.css';
import { absoluteTime } from '../shared/time.ts';
import { useKeptForm } from '../shared/useKeptForm.ts';
import { BanForm, newBan, typedBanSchema } from './BanForm.tsx';
import { dayInWords } from './days.ts';
import classes from './People.module.css';
import { noReason, Reasoned, useReason } from './Reasoned.tsx';
import { usePeopleSelection, useWho } from './usePeople.ts';

interface Props {
  readonly person: Person;
  readonly mayDecide: boolean;
}

/** What holds first, then what waits, then what is over. */
const order: readonly Person['bans'][number]['state'][] = ['open', 'coming', 'waiting', 'over', 'lifted', 'rejected'];

export const Bans = ({ person, mayDecide }: Props) => {
  const { t } = useTranslation('people');
  const form = useKeptForm(`ban/${person.id}`, typedBanSchema);
  const bans = person.bans.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || (a.from < b.from ? 1 : -1));
  return (
    <section className={paper.section}>
      <h3>{t('file.bans')}</h3>
      {bans.length === 0 && <Text c="dimmed">{t('file.noBans')}</Text>}
      {bans.map((ban) => (
        <BanPaper key={ban.id} ban={ban} person={person.id} mayDecide={mayDecide} />
      ))}
      {form.value !== null ? (
        <BanForm person={person.id} form={form} typed={form.value} />
      ) : (
        mayDecide && (
          <div className={paper.buttons}>
            <Button variant="default" onClick={() => form.open(newBan())}>
              {t('ban.impose')}
            </Button>
          </div>
        )
      )}
    </section>
  );
};

const BanPaper = ({ ban, person, mayDecide }: { readonly ban: Person['bans'][number]; readonly person: string; readonly mayDecide: boolean }) => {
  const { t } = useTranslation('people');
  const who = useWho();
  const { select } = usePeopleSelection();
  const lifting = useReason(`lift/${ban.id}`);
  const from = dayInWords(ban.from);
  const ended = ban.state === 'lifted' || ban.state === 'over' || ban.state === 'rejected';
  return (
    <div className={classes.standing} data-state={ban.state}>
      <p className={paper.byline}>
        <span className={paper.stamp}>{t(`ban.state.${ban.state}`, { from })}</span>
        <strong>{ban.areas.length === 0 ? t('ban.whole') : ban.areas.join(', ')}</strong>
      </p>
      <p>
        {t('ban.from')} {from}. {ban.until === null ? `${t('card.noEnd')}.` : `${t('card.until', { day: dayInWords(ban.until) })}.`} {ban.reviewOn !== null && `${t('ban.reviewOn')} ${dayInWords(ban.reviewOn)}.`}
      </p>
      <p className={paper.text}>{ban.notice}</p>
      <p className={paper.byline}>
        {t('ban.decided', { name: ban.decidedBy })} · {t('by', { who: who(ban), time: absoluteTime(ban.at) })}
      </p>
      {ban.lifted !== null && <p>{t('ban.liftedBy', { who: who(ban.lifted), time: absoluteTime(ban.lifted.at), reason: ban.lifted.reason })}</p>}
      {lifting.value !== null ? (
        <Reasoned title={t('ban.lift')} label={t('file.reason')} run={(client, reason) => client.person.liftBan({ person, ban: ban.id, reason })} kept={lifting} />
      ) : (
        <div className={paper.buttons}>
          <Button variant="subtle" mod="flush" aria-label={t('ban.letterOf', { from })} onClick={() => select(`letter/${person}/${ban.id}`)}>
            {t('ban.letter')}
          </Button>
          {mayDecide && !ended && (
            <Button variant="subtle" aria-label={t('ban.liftOf', { from })} onClick={() => lifting.open(noReason)}>
              {t('ban.lift')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
};
