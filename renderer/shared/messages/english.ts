import { attachments } from '../../attachments/messages.en.ts';
import { audit } from '../../audit/messages.en.ts';
import { backups } from '../../backups/messages.en.ts';
import { binding } from '../../binding/messages.en.ts';
import { channels } from '../../channels/messages.en.ts';
import { exports } from '../../exports/messages.en.ts';
import { desk } from '../../desk/messages.en.ts';
import { incidents } from '../../incidents/messages.en.ts';
import { notes } from '../../notes/messages.en.ts';
import { paperwork } from '../../paperwork/messages.en.ts';
import { people } from '../../people/messages.en.ts';
import { plans } from '../../plans/messages.en.ts';
import { procedures } from '../../procedures/messages.en.ts';
import { protection } from '../../protection/messages.en.ts';
import { readiness } from '../../readiness/messages.en.ts';
import { recordList } from '../../recordList/messages.en.ts';
import { reports } from '../../reports/messages.en.ts';
import { respond } from '../../respond/messages.en.ts';
import { rota } from '../../rota/messages.en.ts';
import { settings } from '../../settings/messages.en.ts';
import { setup } from '../../setup/messages.en.ts';
import { training } from '../../training/messages.en.ts';
import { shared } from '../messages.en.ts';

/** The English catalogue: one namespace a folder. */
export const english = { shared, attachments, audit, backups, binding, training, desk, exports, notes, setup, settings, respond, incidents, recordList, reports, readiness, channels, plans, rota, procedures, people, protection, paperwork } as const;
