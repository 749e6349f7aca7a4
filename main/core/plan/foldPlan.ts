import type { PlanDocument } from '../../contract/plan.ts';
import type { Event } from '../event/catalogue.ts';

/** The document that was saved last; null before the first. */
export const foldPlan = (events: readonly Event[]): PlanDocument | null => events.reduce<PlanDocument | null>((document, event) => (event.kind === 'PlanChanged' ? event.body.document : document), null);
