import { Text } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuid } from 'uuid';
import type { Attachment } from '../../main/contract/index.ts';
import { AddFiles } from './AddFiles.tsx';
import classes from './Attachments.module.css';
import { AttachmentTile } from './AttachmentTile.tsx';
import { isOtherPicture, isPhoto } from './photos.ts';
import { PhotoEditor } from './PhotoEditor.tsx';
import { UploadLine } from './UploadLine.tsx';
import { typedByContent } from './typedByContent.ts';
import { useAttachments } from './useAttachments.ts';
import { useIncomingFiles } from './useIncomingFiles.ts';
import { useUploads } from './useUploads.ts';
import { Viewer } from './Viewer.tsx';

interface Props {
  /** The subject that they belong to, for example `incident/<id>`. */
  readonly owner: string;
  /** When it was filed; what comes later says so. Null for a draft. */
  readonly filedAt: string | null;
  readonly mayAdd: boolean;
  /** Where there are several such lists on one page. */
  readonly heading?: string;
  /** What else can be said of a file, or done with it. */
  readonly besides?: (attachment: Attachment) => ReactNode;
}

/** What is attached to a record, and ways to add to it: files, dragging, pasting, the camera. Photos are looked over before they are added. */
export const Attachments = ({ owner, filedAt, mayAdd, heading, besides }: Props) => {
  const { t } = useTranslation('attachments');
  const title = heading ?? t('heading');
  const attached = useAttachments(owner);
  const queue = useUploads(owner);
  /** Photos that are to be looked over, the first of them now. */
  const [photos, setPhotos] = useState<readonly File[]>([]);
  const [shown, setShown] = useState<string | null>(null);
  const [photo] = photos;

  /** Nobody could cover anything in it, so it is kept as a sealed original; what is no picture at all the station refuses, and says so. */
  const keepSealed = (file: File): void => queue.add({ id: uuid(), name: t('originalOf', { name: file.name }), content: file, thumbnail: null, restricted: true });

  const take = async (given: readonly File[]): Promise<void> => {
    const files = await Promise.all(given.map(typedByContent));
    setPhotos((before) => [...before, ...files.filter(isPhoto)]);
    for (const file of files.filter(isOtherPicture)) keepSealed(file);
    for (const file of files.filter((each) => !isPhoto(each) && !isOtherPicture(each))) queue.add({ id: uuid(), name: file.name, content: file, thumbnail: null, restricted: false });
  };
  const over = useIncomingFiles((files) => void take(files), mayAdd && photo === undefined && shown === null);
  const viewable = (attached ?? []).filter(({ removed }) => removed === null);

  return (
    <section className={classes.section} aria-label={title} data-over={over}>
      <h3 className={classes.heading}>{title}</h3>
      {attached === undefined && <Text c="dimmed">{t('loading')}</Text>}
      {attached?.length === 0 && queue.uploads.length === 0 && <Text c="dimmed">{t('none')}</Text>}
      {attached !== undefined && attached.length > 0 && (
        <ul className={classes.tiles}>
          {attached.map((attachment) => (
            <AttachmentTile key={attachment.id} attachment={attachment} later={filedAt !== null && attachment.at > filedAt} onOpen={() => setShown(attachment.id)}>
              {besides?.(attachment)}
            </AttachmentTile>
          ))}
        </ul>
      )}
      {queue.uploads.length > 0 && (
        <ul className={classes.uploads}>
          {queue.uploads.map((upload) => (
            <UploadLine key={upload.file.id} upload={upload} onRetry={() => queue.retry(upload.file.id)} onCancel={() => queue.cancel(upload.file.id)} />
          ))}
        </ul>
      )}
      {mayAdd && <AddFiles onFiles={(files) => void take(files)} over={over} />}
      {photo !== undefined && (
        <PhotoEditor
          key={photos.length}
          photo={photo}
          onLeave={() => setPhotos(photos.slice(1))}
          onUnreadable={() => {
            keepSealed(photo);
            setPhotos(photos.slice(1));
          }}
          onAdd={({ picture, thumbnail, keepOriginal }) => {
            queue.add({ id: uuid(), name: photo.name, content: picture, thumbnail, restricted: false });
            if (keepOriginal) keepSealed(photo);
            setPhotos(photos.slice(1));
          }}
        />
      )}
      {shown !== null && <Viewer attachments={viewable} id={shown} filed={filedAt !== null} mayRemove={mayAdd} onShow={setShown} onClose={() => setShown(null)} />}
    </section>
  );
};
