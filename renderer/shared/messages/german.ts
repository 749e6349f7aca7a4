import { attachments } from '../../attachments/messages.de.ts';
import { audit } from '../../audit/messages.de.ts';
import { backups } from '../../backups/messages.de.ts';
import { binding } from '../../binding/messages.de.ts';
import { channels } from '../../channels/messages.de.ts';
import { exports } from '../../exports/messages.de.ts';
import { desk } from '../../desk/messages.de.ts';
import { incidents } from '../../incidents/messages.de.ts';
import { notes } from '../../notes/messages.de.ts';
import { paperwork } from '../../paperwork/messages.de.ts';
import { people } from '../../people/messages.de.ts';
import { plans } from '../../plans/messages.de.ts';
import { procedures } from '../../procedures/messages.de.ts';
import { protection } from '../../protection/messages.de.ts';
import { readiness } from '../../readiness/messages.de.ts';
import { recordList } from '../../recordList/messages.de.ts';
import { reports } from '../../reports/messages.de.ts';
import { respond } from '../../respond/messages.de.ts';
import { rota } from '../../rota/messages.de.ts';
import { settings } from '../../settings/messages.de.ts';
import { setup } from '../../setup/messages.de.ts';
import { training } from '../../training/messages.de.ts';
import { shared } from '../messages.de.ts';
import type { english } from './english.ts';
import type { Translated } from './translated.ts';

/** The German catalogue. */
export const german: Translated<typeof english> = { shared, attachments, audit, backups, binding, training, desk, exports, notes, setup, settings, respond, incidents, recordList, reports, readiness, channels, plans, rota, procedures, people, protection, paperwork };
