import { Button, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident, RecordReviewEntry, StationClient } from '../../main/contract/index.ts';
import paper from '../incidents/Paper.module.css';
import { useWho } from '../incidents/useWho.ts';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { useKeptText } from '../shared/useKeptText.ts';
import { useMay } from '../shared/useSession.ts';
import { useRecordedTime } from '../shared/useRecordedTime.ts';
import classes from './Paperwork.module.css';
import { useReread } from './useReread.ts';

type Turn = 'comment' | 'ask' | 'answer' | 'close' | 'reopen';
interface Open {
  readonly turn: Turn;
  readonly question: string;
}

/** What a supervisor says about a record, and what is answered: each word beside it, with name and time. */
export const ReviewSection = ({ incident }: { readonly incident: Incident }) => {
  const { t } = useTranslation('paperwork');
  const mayReview = useMay('review-records');
  const mayWrite = useMay('write-records');
  const [open, setOpen] = useState<Open | null>(null);
  const { state, thread, unseen } = incident.review;
  const isClosed = thread.findLast(({ what }) => what === 'closed' || what === 'reopened')?.what === 'closed';
  const begin = (turn: Turn, question = ''): void => setOpen({ turn, question });
  const form = open === null ? null : <TurnForm key={`${open.turn} ${open.question}`} incident={incident} {...open} onEnd={() => setOpen(null)} />;

  return (
    <section className={paper.section} aria-labelledby="review">
      <h3 id="review">{t('review.title')}</h3>
      <p className={classes.text}>{t(`review.state.${state}`)}</p>
      {unseen.length > 0 && <p className={classes.note}>{t('review.amendedSinceHint', { count: unseen.length })}</p>}
      {thread.length === 0 && <Text c="dimmed">{t('review.none')}</Text>}
      <ol className={paper.list}>
        {thread.map((entry) => (
          <Entry key={entry.id} entry={entry}>
            {entry.waiting && mayWrite && open?.question !== entry.id && (
              <div>
                <Button variant="default" onClick={() => begin('answer', entry.id)}>
                  {t('review.answer')}
                </Button>
              </div>
            )}
            {open?.question === entry.id && form}
          </Entry>
        ))}
      </ol>
      {mayReview && open === null && (
        <div className={classes.row}>
          <Button variant="default" onClick={() => begin('comment')}>
            {t('review.comment')}
          </Button>
          <Button variant="default" onClick={() => begin('ask')}>
            {t('review.ask')}
          </Button>
          {isClosed && (
            <Button variant="default" onClick={() => begin('reopen')}>
              {t('review.reopen')}
            </Button>
          )}
          {(state !== 'closed' || unseen.length > 0) && <Button onClick={() => begin('close')}>{t(isClosed ? 'review.closeAgain' : 'review.close')}</Button>}
        </div>
      )}
      {open?.question === '' && form}
    </section>
  );
};

const Entry = ({ entry, children }: { readonly entry: RecordReviewEntry; readonly children: ReactNode }) => {
  const { t } = useTranslation('paperwork');
  const recordedTime = useRecordedTime();
  const who = useWho();
  return (
    <li className={classes.entry} data-what={entry.what} data-waiting={entry.waiting}>
      <p className={classes.meta}>
        {t(`review.entry.${entry.own === true ? 'closedOwn' : entry.what}`, { who: who(entry), time: recordedTime(entry.at) })}
        {entry.waiting && <span className={classes.late}> {t('review.waiting')}</span>}
      </p>
      {entry.text !== '' && <p className={classes.text}>{entry.text}</p>}
      {children}
    </li>
  );
};

interface FormProps extends Open {
  readonly incident: Incident;
  readonly onEnd: () => void;
}

const TurnForm = ({ incident, turn, question, onEnd }: FormProps) => {
  const { t } = useTranslation('paperwork');
  const reread = useReread(incident.id);
  const kept = useKeptText(`review/${incident.id}/${turn}/${question}`);
  const text = kept.text ?? '';
  const send = useCommand((client) => take(client, incident, turn, question, text));
  return (
    <form
      className={classes.inline}
      aria-label={t(`review.form.${turn}.send`)}
      onSubmit={(event) => {
        event.preventDefault();
        void send.run().then(({ ok }) => {
          if (!ok) return;
          reread();
          kept.end();
          onEnd();
        });
      }}
    >
      <Textarea label={t(`review.form.${turn}.label`)} description={t(`review.form.${turn}.hint`)} autoFocus autosize minRows={2} maxLength={4000} value={text} onChange={(event) => kept.write(event.currentTarget.value)} />
      <ProblemNote problem={send.problem} />
      <div className={classes.row}>
        <Button type="submit" loading={send.busy} disabled={turn !== 'close' && text.trim() === ''}>
          {t(`review.form.${turn}.send`)}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            kept.end();
            onEnd();
          }}
        >
          {t('review.cancel')}
        </Button>
      </div>
    </form>
  );
};

/** What is closed covers what stands on the screen: what comes in the meantime shows as added since. */
const take = (client: StationClient, { id, amendments, review }: Incident, turn: Turn, question: string, text: string): Promise<void> => {
  switch (turn) {
    case 'comment':
      return client.incident.comment({ id, text });
    case 'ask':
      return client.incident.ask({ id, text });
    case 'answer':
      return client.incident.answer({ id, question, text });
    case 'close':
      return client.incident.closeReview({ id, note: text, covers: [...amendments, ...review.thread.filter(({ what }) => what === 'question')].map((seen) => seen.id) });
    case 'reopen':
      return client.incident.reopenReview({ id, text });
  }
};
