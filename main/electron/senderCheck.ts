import type { WebFrameMain } from 'electron';
import { isDeskAddress } from './deskAddress.ts';

/** Whether an IPC message comes from our own page: its top frame, at our own address. A frame that is gone counts as a stranger. */
export const isDeskFrame = (frame: Pick<WebFrameMain, 'url' | 'parent'> | null): boolean => frame !== null && frame.parent === null && isDeskAddress(frame.url);
