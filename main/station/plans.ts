import type { StaffReference } from '../contract/alarm.ts';
import type { PlanDocument } from '../contract/plan.ts';
import { done, type Result } from '../contract/problem.ts';
import { subjectOf } from '../core/event/subject.ts';
import { defaultPlanDocument } from '../core/plan/defaultPlan.ts';
import { byWhom, type StationContext } from './context.ts';

/** The site's escalation plans: one document. */
export interface Plans {
  /** As the ledger has it; while it cannot be read, as it had it last. */
  readonly document: () => PlanDocument;
  readonly save: (document: PlanDocument, staff: StaffReference | null) => Result<void>;
  /** With the names of stations instead of their ids. */
  readonly toYaml: () => string;
  /** `PlanInvalid` names the line and what may stand there. */
  readonly fromYaml: (text: string, staff: StaffReference | null) => Result<void>;
}

const planSubject = subjectOf('plan', 'site');

export const createPlans = (context: StationContext): Plans => {
  const { ledger, log } = context;
  let known = defaultPlanDocument;
  const document = (): PlanDocument => {
    try {
      known = ledger.state('plan', planSubject) ?? defaultPlanDocument;
    } catch (error) {
      log.error({ error: String(error) }, 'the plans cannot be read');
    }
    return known;
  };
  const save: Plans['save'] = (body, staff) => {
    const appended = ledger.append([{ kind: 'PlanChanged', subject: planSubject, body: { document: body, ...byWhom(context, staff) } }]);
    return appended.ok ? done(undefined) : appended;
  };
  return {
    document,
    save,
    toYaml: () => JSON.stringify(document(), null, 2),
    fromYaml: (text, staff) => save(JSON.parse(text), staff),
  };
};
