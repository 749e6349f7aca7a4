import { Radio, Text, Textarea, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { mostDraftText, type IncidentDraft } from '../../main/contract/index.ts';
import { Attachments } from '../attachments/Attachments.tsx';
import { ChoiceRow } from './ChoiceRow.tsx';
import { DraftEnd } from './DraftEnd.tsx';
import classes from './DraftForm.module.css';
import { useRecordForm } from '../paperwork/useRecordForm.ts';
import { useReportRemarks } from '../paperwork/useReportRemarks.ts';
import { FollowUpRows } from '../paperwork/FollowUpRows.tsx';
import { NeutralWording } from '../paperwork/NeutralWording.tsx';
import { OwnFields, shownFields } from '../paperwork/OwnFields.tsx';
import { PlaceField } from '../paperwork/PlaceField.tsx';
import { CategoryChoice, RuleChoice } from '../paperwork/SiteQuestions.tsx';
import { goToFirstFlaw } from '../shared/fields/goToFirstFlaw.ts';
import { MomentField } from '../shared/fields/MomentField.tsx';
import { CallRows, InvolvedRows } from './ReportRows.tsx';
import { reportErrors, type ReportErrors } from './reportErrors.ts';
import { useDraft } from './useDraft.ts';
import { useSelection } from './useSelection.ts';

/** The report under the pen. Every keystroke is kept on this desk; filing is the one step that cannot be taken back. */
export const DraftForm = ({ draft, begun }: { readonly draft: IncidentDraft; readonly begun: boolean }) => {
  const { t } = useTranslation(['incidents', 'paperwork']);
  const { report, change, state, saver } = useDraft(draft);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const siteForm = useRecordForm();
  const remarksOn = useReportRemarks(siteForm);
  const { select } = useSelection();
  const { flaws, doubts } = remarksOn(report);
  const wrong: ReportErrors = { ...reportErrors(report), ...flaws };
  const errors: ReportErrors = tried ? wrong : {};
  const finishLater = (): void => void saver.flush().then(() => select(''));
  const asked = siteForm === undefined ? null : { form: siteForm, report, errors, onChange: change };
  const words = (field: 'account' | 'actions' | 'injuries' | 'damage' | 'outcome' | 'followUp', minRows: number) => ({
    label: t(`form.${field}`),
    value: report[field],
    // It can only be too long, which is better known before more is written.
    error: wrong[field],
    maxLength: mostDraftText,
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
        <p className={classes.hint}>
          {draft.alarm !== null && `${t('form.fromCall')} `}
          {t('paperwork:finishLaterHint')}
        </p>
      </header>

      <fieldset className={classes.part}>
        <legend>{t('form.what')}</legend>
        <TextInput label={t('form.title')} description={t('form.titleHint')} autoFocus={begun} required error={errors['title']} value={report.title} maxLength={160} onChange={(event) => change({ title: event.currentTarget.value })} />
        {asked !== null && <CategoryChoice {...asked} />}
        <div className={classes.pair}>
          <MomentField label={t('form.occurredAt')} value={report.occurredAt} near={report.occurredAt} error={errors['occurredAt']} doubt={doubts['occurredAt']} onChange={(occurredAt) => change({ occurredAt })} />
          <PlaceField places={siteForm?.places ?? []} value={report.place} error={errors['place']} onChange={(place) => change({ place })} />
        </div>
        <Textarea {...words('account', 5)} description={t('form.accountHint')} />
        <NeutralWording />
        <InvolvedRows involved={report.involved} errors={errors} onChange={(involved) => change({ involved })} />
        <Textarea {...words('actions', 3)} description={t('form.actionsHint')} />
        {asked !== null && <RuleChoice {...asked} />}
      </fieldset>

      {siteForm !== undefined && shownFields(siteForm, report.category?.id ?? null, report.fields).length > 0 && (
        <fieldset className={classes.part}>
          <legend>{t('paperwork:ownFields')}</legend>
          <OwnFields form={siteForm} category={report.category?.id ?? null} values={report.fields} errorOf={(field) => errors[`fields.${field}`]} onChange={(fields) => change({ fields })} />
        </fieldset>
      )}

      <fieldset className={classes.part}>
        <legend>{t('form.harm')}</legend>
        <Textarea {...words('injuries', 2)} description={t('form.injuriesHint')} />
        <Textarea {...words('damage', 2)} description={t('form.damageHint')} />
      </fieldset>

      <fieldset className={classes.part}>
        <legend>{t('form.support')}</legend>
        <CallRows calls={report.calls} errors={errors} doubts={doubts} onChange={(calls) => change({ calls })} />
        <Radio.Group label={t('form.securityStayed')} value={report.securityStayed}>
          <ChoiceRow choices={['yes', 'no', 'not-applicable', 'unknown']} label={(choice) => t(`form.stayed.${choice}`)} onChoose={(securityStayed) => change({ securityStayed })} />
        </Radio.Group>
        {(report.securityStayed === 'yes' || report.leftAt !== null) && (
          <MomentField label={t('paperwork:leftAt')} maw="18rem" value={report.leftAt} near={report.leftAt ?? report.occurredAt} error={errors['leftAt']} doubt={doubts['leftAt']} onChange={(leftAt) => change({ leftAt })} />
        )}
      </fieldset>

      <fieldset className={classes.part}>
        <legend>{t('form.afterwards')}</legend>
        <Textarea {...words('outcome', 2)} />
        <FollowUpRows followUps={report.followUps} errors={errors} onChange={(followUps) => change({ followUps })} />
        {report.followUp !== '' && <Textarea {...words('followUp', 2)} />}
      </fieldset>

      <Attachments owner={`incident/${draft.id}`} filedAt={null} mayAdd />

      <DraftEnd
        draft={draft}
        report={report}
        saver={saver}
        errorCount={Object.keys(wrong).length}
        tried={tried}
        onLater={finishLater}
        onTry={() => {
          // Drawn at once, so that the first field that needs a correction can be gone to, wherever in the form it is.
          flushSync(() => setTried(true));
          return !goToFirstFlaw(form.current);
        }}
      />
    </form>
  );
};
