import { attachments } from '../../attachments/messages.es.ts';
import { audit } from '../../audit/messages.es.ts';
import { backups } from '../../backups/messages.es.ts';
import { binding } from '../../binding/messages.es.ts';
import { channels } from '../../channels/messages.es.ts';
import { exports } from '../../exports/messages.es.ts';
import { desk } from '../../desk/messages.es.ts';
import { incidents } from '../../incidents/messages.es.ts';
import { notes } from '../../notes/messages.es.ts';
import { paperwork } from '../../paperwork/messages.es.ts';
import { people } from '../../people/messages.es.ts';
import { plans } from '../../plans/messages.es.ts';
import { procedures } from '../../procedures/messages.es.ts';
import { protection } from '../../protection/messages.es.ts';
import { readiness } from '../../readiness/messages.es.ts';
import { recordList } from '../../recordList/messages.es.ts';
import { reports } from '../../reports/messages.es.ts';
import { respond } from '../../respond/messages.es.ts';
import { rota } from '../../rota/messages.es.ts';
import { settings } from '../../settings/messages.es.ts';
import { setup } from '../../setup/messages.es.ts';
import { training } from '../../training/messages.es.ts';
import { shared } from '../messages.es.ts';
import type { english } from './english.ts';
import type { Translated } from './translated.ts';

/** The Spanish catalogue. */
export const spanish: Translated<typeof english> = { shared, attachments, audit, backups, binding, training, desk, exports, notes, setup, settings, respond, incidents, recordList, reports, readiness, channels, plans, rota, procedures, people, protection, paperwork };
