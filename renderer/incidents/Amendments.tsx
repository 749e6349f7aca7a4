import { Button, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Amendment } from '../../main/contract/index.ts';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { useReread } from '../paperwork/useReread.ts';
import { useKeptText } from '../shared/useKeptText.ts';
import { useMay } from '../shared/useSession.ts';
import { useRecordedTime } from '../shared/useRecordedTime.ts';
import classes from './Paper.module.css';
import { useWho } from './useWho.ts';

interface Props {
  readonly id: string;
  readonly amendments: readonly Amendment[];
  /** Those that came after the review was closed. */
  readonly unseen: readonly string[];
}

/** What was added after filing stands beside the record, never in it. */
export const Amendments = ({ id, amendments, unseen }: Props) => {
  const { t } = useTranslation(['incidents', 'paperwork']);
  const recordedTime = useRecordedTime();
  const who = useWho();
  const mayWrite = useMay('write-records');
  return (
    <section className={classes.section}>
      <h3>{t('filed.amendments')}</h3>
      {amendments.length === 0 && <Text c="dimmed">{t('filed.noAmendments')}</Text>}
      <ol className={classes.list}>
        {amendments.map((amendment, index) => (
          <li key={`${amendment.at} ${index}`} className={classes.amendment}>
            <p className={classes.text}>{amendment.text}</p>
            <p>
              {t('line.by', { who: who(amendment), time: recordedTime(amendment.at) })}
              {unseen.includes(amendment.id) && ` (${t('paperwork:review.unseen')})`}
            </p>
          </li>
        ))}
      </ol>
      {mayWrite && <AddAmendment id={id} />}
    </section>
  );
};

const AddAmendment = ({ id }: { readonly id: string }) => {
  const { t } = useTranslation('incidents');
  const { text, found, write, end } = useKeptText(`amendment/${id}`);
  const reread = useReread(id);
  const amend = useCommand((client, words: string) => client.incident.amend({ id, text: words }));
  if (text === null) {
    return (
      <div className={classes.buttons}>
        <Button variant="default" onClick={() => write('')}>
          {t('filed.amend')}
        </Button>
      </div>
    );
  }
  return (
    <form
      className={classes.section}
      onSubmit={(event) => {
        event.preventDefault();
        void amend.run(text).then((added) => {
          if (!added.ok) return;
          reread();
          end();
        });
      }}
    >
      <Textarea label={t('filed.amendment')} description={t('filed.amendmentHint')} autosize minRows={3} maxLength={20_000} value={text} autoFocus={!found} onChange={(event) => write(event.currentTarget.value)} />
      <ProblemNote problem={amend.problem} />
      <div className={classes.buttons}>
        <Button type="submit" loading={amend.busy} disabled={text.trim() === ''}>
          {t('filed.add')}
        </Button>
        <Button variant="default" onClick={end}>
          {t('confirmDiscard.discard')}
        </Button>
      </div>
    </form>
  );
};
