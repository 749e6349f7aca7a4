import type { WindowLanguage } from '../contract/language.ts';
import { ownFile, type StationContext } from './context.ts';

/** The language that a document is written in: its reader's where it is known, else that of this desk. */
export const documentLanguage = (context: StationContext, wanted: WindowLanguage | undefined): WindowLanguage => wanted ?? ownFile(context).settings.language ?? 'en';
