import { useTranslation } from 'react-i18next';
import { useAttachments } from '../attachments/useAttachments.ts';
import { useFileWords } from '../attachments/useFileWords.ts';
import { useRecordedTime } from '../shared/useRecordedTime.ts';
import classes from './RecordOnPaper.module.css';
import type { PrintedPhoto } from './printedPhotos.ts';

interface Props {
  readonly incident: string;
  /** Those that were read for the printer. */
  readonly photos: readonly PrintedPhoto[];
}

/** What is attached to a record: each file by its name, and the photos. */
export const FilesOnPaper = ({ incident, photos }: Props) => {
  const { t } = useTranslation('attachments');
  const files = useAttachments(`incident/${incident}`) ?? [];
  const recordedTime = useRecordedTime();
  const { who, size } = useFileWords();
  if (files.length === 0) return null;
  return (
    <section>
      <h3>{t('heading')}</h3>
      <ul>
        {files.map((file) => (
          <li key={file.id} className={classes.entry}>
            {file.name}, {file.restricted ? t('restricted') : size(file.size)}
            <span className={classes.small}>{t('by', { who: who(file), time: recordedTime(file.at) })}</span>
            {file.removed !== null && <span className={classes.small}>{t('removedBy', { who: who(file.removed), time: recordedTime(file.removed.at), reason: file.removed.reason })}</span>}
          </li>
        ))}
      </ul>
      {photos.length > 0 && (
        <div className={classes.photos}>
          {photos.map(({ id, name, address }) => (
            <figure key={id} className={classes.photo}>
              <img src={address} alt={name} />
              <figcaption>{name}</figcaption>
            </figure>
          ))}
        </div>
      )}
    </section>
  );
};
