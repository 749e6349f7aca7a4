import { Button, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { personInputs, type Person } from '../../main/contract/index.ts';
import paper from '../incidents/Paper.module.css';
import { useCommand } from '../shared/connection/hooks.tsx';
import { DayField } from '../shared/fields/DayField.tsx';
import { dayInWords, monthsAfter, today } from './days.ts';
import { fieldErrors } from './fieldErrors.ts';
import { InlineForm } from './InlineForm.tsx';

/** Nothing stands for ever because nobody thought of it: each file is looked at again by its day. */
export const Review = ({ person, mayDecide }: { readonly person: Person; readonly mayDecide: boolean }) => {
  const { t } = useTranslation('people');
  const [open, setOpen] = useState(false);
  return (
    <section className={paper.section}>
      <h3>{t('file.review')}</h3>
      <Text>{t(`file.reviewState.${person.review}`, { day: dayInWords(person.reviewOn) })}</Text>
      {open ? (
        <ReviewForm person={person.id} onDone={() => setOpen(false)} />
      ) : (
        mayDecide && (
          <div className={paper.buttons}>
            <Button variant="default" onClick={() => setOpen(true)}>
              {t('reviewForm.done')}
            </Button>
          </div>
        )
      )}
    </section>
  );
};

const ReviewForm = ({ person, onDone }: { readonly person: string; readonly onDone: () => void }) => {
  const { t } = useTranslation('people');
  const [next, setNext] = useState(monthsAfter(today(), 3));
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const review = useCommand((client) => client.person.review({ person, next, note }));
  const errors = fieldErrors(personInputs.review, { person, next, note });
  return (
    <InlineForm
      label={t('reviewForm.done')}
      submit={t('reviewForm.done')}
      busy={review.busy}
      problem={review.problem}
      onCancel={onDone}
      onSubmit={() => {
        setTried(true);
        if (Object.keys(errors).length > 0) return false;
        void review.run().then(({ ok }) => ok && onDone());
        return true;
      }}
    >
      <Textarea label={t('reviewForm.note')} autosize minRows={2} maxLength={2000} value={note} autoFocus onChange={(event) => setNote(event.currentTarget.value)} />
      <DayField side="future" label={t('reviewForm.next')} description={t('form.reviewHint')} value={next} error={tried ? errors['next'] : undefined} onChange={setNext} />
    </InlineForm>
  );
};
