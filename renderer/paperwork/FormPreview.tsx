import { Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { incidentDraftSchema, type RecordForm } from '../../main/contract/index.ts';
import form from '../incidents/DraftForm.module.css';
import { OwnFields } from './OwnFields.tsx';
import { PlaceField } from './PlaceField.tsx';
import { CategoryChoice, RuleChoice } from './SiteQuestions.tsx';

/** The form as those at the desks will meet it; what is typed into it is kept nowhere. */
export const FormPreview = ({ draft, onClose }: { readonly draft: RecordForm; readonly onClose: () => void }) => {
  const { t } = useTranslation('paperwork');
  const [report, setReport] = useState(() => incidentDraftSchema.shape.report.parse({ title: '' }));
  const asked = { form: draft, report, errors: {}, onChange: (part: Partial<typeof report>) => setReport({ ...report, ...part }) };
  return (
    <Modal opened onClose={onClose} title={t('form.previewTitle')} size="xl" closeButtonProps={{ 'aria-label': t('form.previewClose'), size: '2.75rem' }}>
      <div className={form.part}>
        <Text c="dimmed">{t('form.previewHint')}</Text>
        <CategoryChoice {...asked} />
        <PlaceField places={draft.places} value={report.place} onChange={(place) => setReport({ ...report, place })} />
        <RuleChoice {...asked} />
        <OwnFields form={draft} category={report.category?.id ?? null} values={report.fields} errorOf={() => undefined} onChange={(fields) => setReport({ ...report, fields })} />
      </div>
    </Modal>
  );
};
