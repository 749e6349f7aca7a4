import { Radio, Text, Textarea, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { IncidentDraft } from '../../main/contract/index.ts';
import { Attachments } from '../attachments/Attachments.tsx';
import { ChoiceRow } from './ChoiceRow.tsx';
import { DraftEnd } from './DraftEnd.tsx';
import classes from './DraftForm.module.css';
import { fromLocalInput, toLocalInput } from './localMoment.ts';
import { CallRows, InvolvedRows } from './ReportRows.tsx';
import { reportErrors, type ReportErrors } from './reportErrors.ts';
import { useDraft } from './useDraft.ts';

/** The report under the pen. Every keystroke is kept on this desk; filing is the one step that cannot be taken back. */
export const DraftForm = ({ draft }: { readonly draft: IncidentDraft }) => {
  const { t } = useTranslation('incidents');
  const { report, change, state, saver } = useDraft(draft);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const errors: ReportErrors = tried ? reportErrors(report) : {};
  const words = (field: 'account' | 'actions' | 'injuries' | 'damage' | 'outcome' | 'followUp', minRows: number) => ({
    label: t(`form.${field}`),
    value: report[field],
    error: errors[field],
    autosize: true,
    minRows,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => change({ [field]: event.currentTarget.value }),
  });

  return (
    <form ref={form} className={classes.form} noValidate onSubmit={(event) => event.preventDefault()}>
      <header className={classes.head}>
        <h2 className={classes.title}>{t('form.heading')}</h2>
        <Text component="span" className={classes.state ?? ''} role="status">
          {t(`form.state.${state}`)}
        </Text>
        {draft.alarm !== null && <p className={classes.hint}>{t('form.fromCall')}</p>}
      </header>

      <fieldset className={classes.part}>
        <legend>{t('form.what')}</legend>
        <TextInput label={t('form.title')} description={t('form.titleHint')} required error={errors['title']} value={report.title} maxLength={160} onChange={(event) => change({ title: event.currentTarget.value })} />
        <div className={classes.pair}>
          <TextInput type="datetime-local" label={t('form.occurredAt')} value={toLocalInput(report.occurredAt)} error={errors['occurredAt']} onChange={(event) => change({ occurredAt: fromLocalInput(event.currentTarget.value) })} />
          <TextInput label={t('form.place')} value={report.place} maxLength={80} error={errors['place']} onChange={(event) => change({ place: event.currentTarget.value })} />
        </div>
        <Textarea {...words('account', 5)} description={t('form.accountHint')} />
        <InvolvedRows involved={report.involved} errors={errors} onChange={(involved) => change({ involved })} />
        <Textarea {...words('actions', 3)} description={t('form.actionsHint')} />
      </fieldset>

      <fieldset className={classes.part}>
        <legend>{t('form.harm')}</legend>
        <Textarea {...words('injuries', 2)} description={t('form.injuriesHint')} />
        <Textarea {...words('damage', 2)} description={t('form.damageHint')} />
      </fieldset>

      <fieldset className={classes.part}>
        <legend>{t('form.support')}</legend>
        <CallRows calls={report.calls} errors={errors} onChange={(calls) => change({ calls })} />
        <Radio.Group label={t('form.securityStayed')} value={report.securityStayed}>
          <ChoiceRow choices={['yes', 'no', 'not-applicable', 'unknown']} label={(choice) => t(`form.stayed.${choice}`)} onChoose={(securityStayed) => change({ securityStayed })} />
        </Radio.Group>
      </fieldset>

      <fieldset className={classes.part}>
        <legend>{t('form.afterwards')}</legend>
        <Textarea {...words('outcome', 2)} />
        <Textarea {...words('followUp', 2)} />
      </fieldset>

      <Attachments owner={`incident/${draft.id}`} filedAt={null} />

      <DraftEnd
        draft={draft}
        report={report}
        saver={saver}
        errorCount={Object.keys(reportErrors(report)).length}
        tried={tried}
        onTry={() => {
          // Drawn at once, so that the first field that needs a correction can be gone to, wherever in the form it is.
          flushSync(() => setTried(true));
          form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
        }}
      />
    </form>
  );
};
