import { useTranslation } from 'react-i18next';
import { keptKinds } from '../../main/contract/index.ts';
import type { Channel } from '../../main/contract/index.ts';
import { readersLocale } from '../shared/locale.ts';
import { longDate } from '../shared/time.ts';
import { useNow } from '../shared/useNow.ts';
import classes from './Protection.module.css';
import type { RegisterFacts } from './useRegisterFacts.ts';
import { usePeriod } from './useWords.ts';

/** The register as it is printed, with the contents that Art. 30 GDPR asks for. It stands twice on the page, so nothing in it has an id. */
export const Register = ({ facts }: { readonly facts: RegisterFacts }) => {
  const { t } = useTranslation('protection');
  const now = useNow(60_000);
  const { site, settings } = facts;
  const written = (text: string): string => (text.trim() === '' ? t('register.missing') : text);
  return (
    <div className={classes.register}>
      <h2>{t('register.heading')}</h2>
      <p>{t('register.of', { site, time: longDate(now) })}</p>
      <Pairs pairs={[[t('register.controller'), written(settings.controller)], [t('register.officer'), written(settings.dataProtectionOfficer)], [t('register.notes'), written(settings.processingNotes)]]} />
      <Activities facts={facts} />
      <Measures facts={facts} />
    </div>
  );
};

const Activities = ({ facts: { retention, channels, categories } }: { readonly facts: RegisterFacts }) => {
  const { t } = useTranslation(['protection', 'channels']);
  const period = usePeriod();
  const after = (months: number | null, from: string): string => (months === null ? t('register.forever') : t('register.after', { period: period(months), from }));
  const named = (chosen: readonly Channel[]): string => new Intl.ListFormat(readersLocale()).format(chosen.map(({ name, settings }) => `${name} (${t(`channels:type.${settings.type}`)})`));
  const [calling, auditing] = [channels.filter(({ settings }) => settings.type !== 'syslog'), channels.filter(({ settings }) => settings.type === 'syslog')];
  const own = categories.flatMap(({ id, name }) => (Object.hasOwn(retention.byCategory, id) ? [`${name}: ${period(retention.byCategory[id] ?? null)}`] : []));
  const otherwise = own.length === 0 ? [] : [t('register.otherwise', { list: own.join('; ') })];
  const drafts = [retention.drafts === null ? t('register.draftsForever') : t('register.drafts', { period: period(retention.drafts) })];
  return (
    <>
      <Activity title={t('register.activities.calls.title')} purpose={t('register.activities.calls.purpose')} who={t('register.activities.calls.who')} data={t('register.activities.calls.data')} recipients={calling.length === 0 ? t('register.activities.calls.nobodyElse') : t('register.activities.calls.recipients', { channels: named(calling) })} time={after(retention.alarms, t('register.activities.calls.from'))} />
      <Activity title={t('register.activities.practice.title')} purpose={t('register.activities.practice.purpose')} who={t('register.activities.practice.who')} data={t('register.activities.practice.data')} recipients={t('register.activities.practice.recipients')} time={after(retention.practice, t('register.activities.practice.from'))} />
      <Activity title={t('register.activities.records.title')} purpose={t('register.activities.records.purpose')} who={t('register.activities.records.who')} data={t('register.activities.records.data')} recipients={t('register.activities.records.recipients')} time={[after(retention.incidents, t('register.activities.records.from')), ...otherwise, ...drafts].join(' ')} />
      <Activity title={t('register.activities.persons.title')} purpose={t('register.activities.persons.purpose')} who={t('register.activities.persons.who')} data={t('register.activities.persons.data')} recipients={t('register.activities.persons.recipients')} time={[after(retention.persons, t('register.activities.persons.from')), ...drafts].join(' ')} />
      <Activity title={t('register.activities.staff.title')} purpose={t('register.activities.staff.purpose')} who={t('register.activities.staff.who')} data={t('register.activities.staff.data')} recipients={auditing.length === 0 ? t('register.activities.staff.recipients') : t('register.activities.staff.recipientsAudit', { channels: named(auditing) })} time={t('register.activities.staff.time')} />
    </>
  );
};

interface ActivityProps {
  readonly title: string;
  readonly purpose: string;
  readonly who: string;
  readonly data: string;
  readonly recipients: string;
  readonly time: string;
}

const Activity = ({ title, ...rows }: ActivityProps) => {
  const { t } = useTranslation('protection');
  return (
    <section>
      <h3>{title}</h3>
      <Pairs pairs={(['purpose', 'who', 'data', 'recipients', 'time'] as const).map((row) => [t(`register.${row}`), rows[row]])} />
    </section>
  );
};

const Pairs = ({ pairs }: { readonly pairs: readonly (readonly [string, string])[] }) => (
  <dl>
    {pairs.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

const Measures = ({ facts: { desks, settings, retention, backups } }: { readonly facts: RegisterFacts }) => {
  const { t } = useTranslation('protection');
  const measures = [
    t('register.measures.sealed'),
    t('register.measures.wire', { count: desks }),
    t('register.measures.chain'),
    t('register.measures.roles'),
    t('register.measures.signOut', { count: settings.signOutAfter }),
    t(`register.measures.badge.${settings.badge}`),
    t('register.measures.looks'),
    t('register.measures.photos'),
    t(`register.measures.${({ scheduled: 'backups', 'by-hand': 'backupsByHand', none: 'noBackups' } as const)[backups]}`),
    ...([...keptKinds.map((what) => retention[what]), ...Object.values(retention.byCategory)].some((months) => months !== null) ? [t('register.measures.nightly')] : []),
  ];
  return (
    <section>
      <h3>{t('register.measures.title')}</h3>
      <ul>
        {measures.map((measure) => (
          <li key={measure}>{measure}</li>
        ))}
      </ul>
    </section>
  );
};
