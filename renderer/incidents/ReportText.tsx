import { useTranslation } from 'react-i18next';
import type { IncidentReport } from '../../main/contract/index.ts';
import { absoluteTime } from '../shared/time.ts';
import classes from './Paper.module.css';

const written = ['account', 'actions', 'injuries', 'damage', 'outcome', 'followUp'] as const;

/** What staff wrote; what was left empty is left out. */
export const ReportText = ({ report }: { readonly report: IncidentReport }) => {
  const { t } = useTranslation('incidents');
  return (
    <>
      <dl className={classes.facts}>
        {report.occurredAt !== null && (
          <>
            <dt>{t('filed.occurredAt')}</dt>
            <dd>{absoluteTime(report.occurredAt)}</dd>
          </>
        )}
        {report.place !== '' && (
          <>
            <dt>{t('filed.place')}</dt>
            <dd>{report.place}</dd>
          </>
        )}
        {report.involved.map(({ role, description }, index) => (
          <Row key={index} name={t(`form.roles.${role}`)} text={description} />
        ))}
        {report.calls.map(({ service, reference, at }, index) => (
          <Row key={index} name={t(`form.services.${service}`)} text={[reference, at].filter((part) => part !== '').join(', ')} />
        ))}
        {report.securityStayed !== 'unknown' && <Row name={t('form.securityStayed')} text={t(`form.stayed.${report.securityStayed}`)} />}
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

const Row = ({ name, text }: { readonly name: string; readonly text: string }) => {
  const { t } = useTranslation('incidents');
  return (
    <>
      <dt>{name}</dt>
      <dd>{text === '' ? t('filed.nothing') : text}</dd>
    </>
  );
};
