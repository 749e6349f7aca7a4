import { IconFileText, IconFileTypePdf, IconLock, IconMusic, IconPhoto, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../main/contract/index.ts';
import { useStation } from '../shared/connection/hooks.tsx';
import { useRecordedTime } from '../shared/useRecordedTime.ts';
import classes from './Attachments.module.css';
import { kindOf } from './kinds.ts';
import { readThumbnail } from './transfer.ts';
import { useBlobAddress } from './useBlobAddress.ts';
import { useFileWords } from './useFileWords.ts';

interface Props {
  readonly attachment: Attachment;
  /** It came after the record was filed. */
  readonly later: boolean;
  readonly onOpen: () => void;
  readonly children?: ReactNode;
}

/** One file: what it looks like, what it is, who added it, and how much of it is here. */
export const AttachmentTile = ({ attachment, later, onOpen, children }: Props) => {
  const { t } = useTranslation('attachments');
  const recordedTime = useRecordedTime();
  const { who, size } = useFileWords();
  const { name, type, parts, removed, restricted } = attachment;
  const time = recordedTime(attachment.at);
  if (removed !== null) {
    return (
      <li className={classes.tile} data-removed>
        <span className={classes.picture}>
          <IconTrash size={28} aria-hidden />
        </span>
        <span className={classes.words}>
          <span className={classes.name}>{name}</span>
          <span>{t('removedBy', { who: who(removed), time: recordedTime(removed.at), reason: removed.reason })}</span>
        </span>
      </li>
    );
  }
  const whole = parts.here === parts.of;
  return (
    <li className={classes.tile}>
      <button type="button" className={classes.open} aria-label={t('open', { name })} onClick={onOpen}>
        <Picture attachment={attachment} />
      </button>
      <span className={classes.words}>
        <span className={classes.name}>{name}</span>
        <span>{restricted ? t('restricted') : t(`kind.${kindOf(type)}`)}, {size(attachment.size)}</span>
        <span>{t(later ? 'later' : 'by', { who: who(attachment), time })}</span>
        {attachment.opened !== null && <span>{t('opened', { who: who(attachment.opened), time: recordedTime(attachment.opened.at) })}</span>}
        {!whole && <span role="status">{t('onItsWay', parts)}</span>}
        {children}
      </span>
    </li>
  );
};

const Picture = ({ attachment }: { readonly attachment: Attachment }) => {
  const client = useStation();
  const { id, thumbnail, parts, restricted, type } = attachment;
  // Not kept once nobody looks: what was read is gone with the sign-in.
  const read = useQuery({ queryKey: ['thumbnail', id, parts.here], queryFn: ({ signal }) => readThumbnail(client, attachment, signal), enabled: thumbnail !== null, gcTime: 0, retry: false });
  const address = useBlobAddress(read.data);
  if (address !== undefined) return <img className={classes.thumbnail} src={address} alt="" />;
  const Icon = restricted ? IconLock : { image: IconPhoto, sound: IconMusic, pdf: IconFileTypePdf, text: IconFileText, other: IconFileText }[kindOf(type)];
  return (
    <span className={classes.picture}>
      <Icon size={32} stroke={1.5} aria-hidden />
    </span>
  );
};
