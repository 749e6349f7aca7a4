import type { Plan, PlanDocument } from '../../contract/plan.ts';
import { everybodyAtOnce } from './defaultPlan.ts';

/** Whose alarm it is. */
export interface Caller {
  readonly stationId: string;
  readonly alone: boolean;
}

/**
 * The plan for an alarm. One that names the station goes before one for all, and for whoever works alone one for that before the others; the
 * first in the document decides between equals. Where none fits everybody is told at once: to be left out of all plans must not mean silence.
 */
export const choosePlan = (document: PlanDocument, { stationId, alone }: Caller): Plan => {
  const fitting = document.plans.filter(({ stations, use }) => (stations.length === 0 || stations.includes(stationId)) && (use === 'always' || alone));
  const rank = (plan: Plan): number => (plan.use === 'alone' ? 0 : 2) + (plan.stations.length > 0 ? 0 : 1);
  return fitting.toSorted((a, b) => rank(a) - rank(b))[0] ?? everybodyAtOnce;
};
