import { useTranslation } from 'react-i18next';
import type { SubjectAccess } from '../../main/contract/index.ts';
import { ReportText } from '../incidents/ReportText.tsx';
import { absoluteTime } from '../shared/time.ts';
import { dayInWords } from './days.ts';
import { useCalled, useWho } from './usePeople.ts';

/** Everything that is held on a person, to read and to print. */
export const AccessDocument = ({ access: { site, madeAt, withheld, person, incidents, files } }: { readonly access: SubjectAccess }) => {
  const { t } = useTranslation(['people', 'incidents']);
  const who = useWho();
  const called = useCalled();
  const names = person.names.map(({ name }) => name);
  return (
    <>
      <h2>{t('access.heading', { name: called(names) })}</h2>
      <p>
        {t('access.made', { site, time: absoluteTime(madeAt) })}. {withheld && t('access.withheld')}
      </p>
      <h3>{t('file.names')}</h3>
      <p>{names.length === 0 ? t('noName') : names.join(', ')}</p>
      {person.files.map((file) => (
        <div key={file.id}>
          <h3>{t('file.description')}</h3>
          <p>{[file.description, ...file.description.besides].map(({ text }) => text || t('file.nothing')).join('\n')}</p>
          <h3>{t('file.before')}</h3>
          <p>{[file.before, ...file.before.besides].map(({ text }) => text || t('file.nothing')).join('\n')}</p>
        </div>
      ))}
      {files.length > 0 && (
        <>
          <h3>{t('access.files')}</h3>
          <p>{files.map(({ name, at }) => `${name}, ${absoluteTime(at)}`).join('\n')}</p>
        </>
      )}
      <h3>{t('file.bans')}</h3>
      {person.bans.length === 0 && <p>{t('file.noBans')}</p>}
      {person.bans.map((ban) => (
        <p key={ban.id}>
          {ban.areas.length === 0 ? t('ban.whole') : ban.areas.join(', ')}. {t('ban.from')} {dayInWords(ban.from)}. {ban.until === null ? t('card.noEnd') : t('card.until', { day: dayInWords(ban.until) })}. {t(`ban.state.${ban.state}`, { from: dayInWords(ban.from) })}.{'\n'}
          {ban.notice}
          {'\n'}
          {t('ban.decided', { name: ban.decidedBy })}
          {ban.lifted !== null && `\n${t('ban.liftedBy', { who: who(ban.lifted), time: absoluteTime(ban.lifted.at), reason: ban.lifted.reason })}`}
        </p>
      ))}
      <h3>{t('file.markers')}</h3>
      {person.markers.length === 0 && <p>{t('file.noMarkers')}</p>}
      {person.markers.map((marker) => (
        <p key={marker.id}>
          {marker.text} ({t(`marker.short.${marker.kind}`)})
          {marker.removed !== null && `\n${t('marker.removedBy', { who: who(marker.removed), time: absoluteTime(marker.removed.at), reason: marker.removed.reason })}`}
        </p>
      ))}
      <h3>{t('file.review')}</h3>
      <p>{t(`file.reviewState.${person.review}`, { day: dayInWords(person.reviewOn) })}</p>
      <h3>{t('file.history')}</h3>
      <ul>
        {person.history.map((entry, index) => (
          <li key={index}>
            {absoluteTime(entry.at)}: {who(entry)} {t(`happened.${entry.what}`)}
            {entry.text !== '' && `: ${entry.text}`}
          </li>
        ))}
      </ul>
      <h3>{t('file.looks')}</h3>
      <ul>
        {person.looks.newest.map((look, index) => (
          <li key={index}>
            {absoluteTime(look.at)}: {t(`file.look.${look.what}`, { who: who(look) })}
          </li>
        ))}
      </ul>
      {incidents.length > 0 && <h3>{t('access.records')}</h3>}
      {incidents.map((incident) => (
        <div key={incident.id}>
          <h3>{incident.title}</h3>
          <p>{t('incidents:filed.by', { who: who(incident), time: absoluteTime(incident.filedAt) })}</p>
          <ReportText report={incident.report} />
          {incident.amendments.map((amendment, index) => (
            <p key={index}>
              {t('incidents:filed.amendment')}, {t('by', { who: who(amendment), time: absoluteTime(amendment.at) })}: {amendment.text}
            </p>
          ))}
        </div>
      ))}
    </>
  );
};
