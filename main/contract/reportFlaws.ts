import { z } from 'zod';
import type { IncidentDraft } from './incident.ts';
import { fieldsOf, type OwnField, type RecordForm } from './recordForm.ts';

/** Where a report of the right shape cannot be filed as it is: `fields.<id of the field>`, `category`, `rules.<place in the list>`, and the times of `reportMoments.ts`. */
export interface ReportFlaw {
  readonly kind: 'missing' | 'no-number' | 'no-date' | 'no-choice' | 'no-yes-or-no' | 'unknown' | 'not-yet-happened' | 'not-yet-left';
  readonly path: string;
  /** What the field is called; for `unknown`, what nothing is known by; for a time, the time. */
  readonly what: string;
}

/** What has to be put right before a report is filed. Something retired may stand in it: it may have been begun before. */
export const flawsOfReport = ({ category, rules, fields }: Pick<IncidentDraft['report'], 'category' | 'rules' | 'fields'>, form: RecordForm): readonly ReportFlaw[] => {
  const valueById = new Map(fields.map(({ id, value }) => [id, value.trim()]));
  return [
    ...(category === null || form.categories.some(({ id }) => id === category.id) ? [] : [{ kind: 'unknown' as const, path: 'category', what: category.id }]),
    ...rules.flatMap(({ id }, index) => (form.rules.some((rule) => rule.id === id) ? [] : [{ kind: 'unknown' as const, path: `rules.${index}`, what: id }])),
    ...fields.flatMap(({ id }) => (form.fields.some((field) => field.id === id) ? [] : [{ kind: 'unknown' as const, path: `fields.${id}`, what: id }])),
    ...fieldsOf(form, category?.id ?? null).flatMap(({ id, label, required }) => (required && (valueById.get(id) ?? '') === '' ? [{ kind: 'missing' as const, path: `fields.${id}`, what: label }] : [])),
    ...form.fields.flatMap((field) => {
      const kind = misfit(field, valueById.get(field.id) ?? '');
      return kind === null ? [] : [{ kind, path: `fields.${field.id}`, what: field.label }];
    }),
  ];
};

const misfit = ({ kind, choices, retired }: OwnField, value: string): ReportFlaw['kind'] | null => {
  if (value === '' || retired) return null;
  switch (kind) {
    case 'text':
    case 'long-text':
      return null;
    case 'number':
      return /^-?\d{1,15}([.,]\d{1,6})?$/.test(value) ? null : 'no-number';
    case 'date':
      return z.iso.date().safeParse(value).success ? null : 'no-date';
    case 'choice':
      return choices.includes(value) ? null : 'no-choice';
    case 'yes-no':
      return value === 'yes' || value === 'no' ? null : 'no-yes-or-no';
  }
};
