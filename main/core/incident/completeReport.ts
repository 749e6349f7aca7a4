import type { IncidentReport } from '../../contract/incident.ts';
import type { RecordForm } from '../../contract/recordForm.ts';

/**
 * A report as it is filed: with the words of the site's form as they are on that day, which no later change of the form touches, and without lines that nobody wrote anything
 * into. `nameOf` knows the staff by their ids.
 */
export const completeReport = (report: IncidentReport, form: RecordForm, nameOf: (staff: string) => string | undefined): IncidentReport => ({
  ...report,
  category: report.category === null ? null : { id: report.category.id, name: form.categories.find(({ id }) => id === report.category?.id)?.name ?? report.category.name },
  rules: report.rules.map((rule) => ({ id: rule.id, text: form.rules.find(({ id }) => id === rule.id)?.text ?? rule.text })),
  fields: report.fields
    .filter(({ value }) => value.trim() !== '')
    .map((written) => {
      const field = form.fields.find(({ id }) => id === written.id);
      return field === undefined ? written : { ...written, label: field.label, kind: field.kind };
    }),
  followUps: report.followUps
    .filter(({ what }) => what.trim() !== '')
    .map((followUp) => {
      const { staff, name } = followUp.owner;
      return { ...followUp, owner: { staff, name: staff === null ? name : (nameOf(staff) ?? name) } };
    }),
});
