import { useTranslation } from 'react-i18next';
import type { IncidentReport } from '../../main/contract/index.ts';
import { dayInWords } from '../people/days.ts';
import { absoluteTime } from '../shared/time.ts';
import classes from './Paper.module.css';

const written = ['account', 'actions', 'injuries', 'damage', 'outcome', 'followUp'] as const;

/** What staff wrote; what was left empty is left out. */
export const ReportText = ({ report }: { readonly report: IncidentReport }) => {
  const { t } = useTranslation(['incidents', 'paperwork']);
  return (
    <>
      <dl className={classes.facts}>
        {report.category !== null && <Row name={t('paperwork:category')} text={report.category.name} />}
        {report.occurredAt !== null && <Row name={t('filed.occurredAt')} text={absoluteTime(report.occurredAt)} />}
        {report.place !== '' && <Row name={t('filed.place')} text={report.place} />}
        {report.involved.map((person, index) => (
          <Row key={index} name={t(`form.roles.${person.role}`)} text={[person.name, person.description, person.contact, person.injured ? t('paperwork:involved.injured') : ''].filter((part) => part !== '').join('; ')} />
        ))}
        {report.rules.length > 0 && <Row name={t('paperwork:rules')} text={report.rules.map(({ text }) => text).join('; ')} />}
        {report.fields.map(({ id, label, kind, value }) => (
          <Row key={id} name={label} text={kind === 'date' && isDay(value) ? dayInWords(value) : kind === 'yes-no' && (value === 'yes' || value === 'no') ? t(`paperwork:${value}`) : value} />
        ))}
        {report.calls.map(({ service, reference, at }, index) => (
          <Row key={index} name={t(`form.services.${service}`)} text={[reference, at].filter((part) => part !== '').join(', ')} />
        ))}
        {report.securityStayed !== 'unknown' && <Row name={t('form.securityStayed')} text={t(`form.stayed.${report.securityStayed}`)} />}
        {report.leftAt !== null && <Row name={t('paperwork:leftAt')} text={absoluteTime(report.leftAt)} />}
      </dl>
      {written
        .filter((field) => report[field] !== '')
        .map((field) => (
          <section key={field} className={classes.section}>
            <h3>{t(`form.${field}`)}</h3>
            <p className={classes.text}>{report[field]}</p>
          </section>
        ))}
    </>
  );
};

/** A draft, or a field that was retired, may hold anything. */
const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

const Row = ({ name, text }: { readonly name: string; readonly text: string }) => {
  const { t } = useTranslation('incidents');
  return (
    <>
      <dt>{name}</dt>
      <dd>{text === '' ? t('filed.nothing') : text}</dd>
    </>
  );
};
