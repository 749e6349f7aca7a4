import { Button, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { personInputs, type Person } from '../../main/contract/index.ts';
import paper from '../incidents/Paper.module.css';
import { useCommand } from '../shared/connection/hooks.tsx';
import { DayField } from '../shared/fields/DayField.tsx';
import { useKeptForm, type KeptForm } from '../shared/useKeptForm.ts';
import { dayInWords, monthsAfter, today } from './days.ts';
import { fieldErrors } from './fieldErrors.ts';
import { InlineForm } from './InlineForm.tsx';

const typedSchema = z.object({ next: z.string(), note: z.string() });
type Typed = z.infer<typeof typedSchema>;

/** Nothing stands for ever because nobody thought of it: each file is looked at again by its day. */
export const Review = ({ person, mayDecide }: { readonly person: Person; readonly mayDecide: boolean }) => {
  const { t } = useTranslation('people');
  const form = useKeptForm(`review/${person.id}`, typedSchema);
  return (
    <section className={paper.section}>
      <h3>{t('file.review')}</h3>
      <Text>{t(`file.reviewState.${person.review}`, { day: dayInWords(person.reviewOn) })}</Text>
      {form.value !== null ? (
        <ReviewForm person={person.id} form={form} typed={form.value} />
      ) : (
        mayDecide && (
          <div className={paper.buttons}>
            <Button variant="default" onClick={() => form.open({ next: monthsAfter(today(), 3), note: '' })}>
              {t('reviewForm.done')}
            </Button>
          </div>
        )
      )}
    </section>
  );
};

interface ReviewFormProps {
  readonly person: string;
  readonly form: KeptForm<Typed>;
  readonly typed: Typed;
}

const ReviewForm = ({ person, form, typed: { next, note } }: ReviewFormProps) => {
  const { t } = useTranslation('people');
  const [tried, setTried] = useState(false);
  const review = useCommand((client) => client.person.review({ person, next, note }));
  const errors = fieldErrors(personInputs.review, { person, next, note });
  return (
    <InlineForm
      label={t('reviewForm.done')}
      submit={t('reviewForm.done')}
      busy={review.busy}
      problem={review.problem}
      onCancel={form.close}
      onSubmit={() => {
        setTried(true);
        if (Object.keys(errors).length > 0) return false;
        void review.run().then(({ ok }) => ok && form.close());
        return true;
      }}
    >
      <Textarea label={t('reviewForm.note')} autosize minRows={2} maxLength={2000} value={note} autoFocus={!form.found} onChange={(event) => form.change({ note: event.currentTarget.value })} />
      <DayField side="future" label={t('reviewForm.next')} description={t('form.reviewHint')} value={next} error={tried ? errors['next'] : undefined} onChange={(day) => form.change({ next: day })} />
    </InlineForm>
  );
};
