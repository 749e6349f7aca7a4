import { planDocumentSchema, type PlanDocument } from '../../contract/plan.ts';

/** Until a site has said otherwise: everybody at once. */
export const defaultPlanDocument: PlanDocument = planDocumentSchema.parse({
  plans: [
    { id: 'colleagues', name: 'Colleagues', steps: [{ after: 0, recipients: [{ to: 'everyone' }] }] },
    { id: 'alone', name: 'Working alone', use: 'alone', steps: [{ after: 0, recipients: [{ to: 'everyone' }] }] },
  ],
});
