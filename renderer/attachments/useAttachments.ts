import type { Attachment } from '../../main/contract/index.ts';
import { useWatch } from '../shared/connection/hooks.tsx';

/** What is attached to a record or person; undefined until the station said so. */
export const useAttachments = (owner: string): readonly Attachment[] | undefined => useWatch(`attachments ${owner}`, (client, signal) => client.attachment.watch({ owner }, { signal }));
