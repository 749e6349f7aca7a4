import { planDocumentSchema, planSchema, type Plan, type PlanDocument } from '../../contract/plan.ts';

const everyone = [{ after: 0, recipients: [{ to: 'everyone' }] }];

/** Where no plan fits. */
export const everybodyAtOnce: Plan = planSchema.parse({ id: 'colleagues', name: 'Colleagues', steps: everyone });

/** Until a site has said otherwise: everybody at once. */
export const defaultPlanDocument: PlanDocument = planDocumentSchema.parse({
  plans: [everybodyAtOnce, { id: 'alone', name: 'Working alone', use: 'alone', steps: everyone }],
});
