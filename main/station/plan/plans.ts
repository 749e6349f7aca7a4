import type { StaffReference } from '../../contract/alarm.ts';
import type { PlanDocument } from '../../contract/plan.ts';
import { done, failed, type Problem, type Result } from '../../contract/problem.ts';
import type { Stop } from '../../core/environment.ts';
import { subjectOf, subjectType } from '../../core/event/subject.ts';
import { guard } from '../../core/guard.ts';
import { checkPlan, type PlanProblem } from '../../core/plan/checkPlan.ts';
import { defaultPlanDocument } from '../../core/plan/defaultPlan.ts';
import type { Way } from '../../core/plan/dueDeliveries.ts';
import { byWhom, fileOf, type StationContext } from '../context.ts';
import { planFromYaml, planToYaml } from './planYaml.ts';

/** The site's escalation plans: one document. */
export interface Plans {
  /** As the ledger has it; while it cannot be read, as it had it last. */
  readonly document: () => PlanDocument;
  /** `PlanInvalid` names the first thing that does not fit. */
  readonly save: (document: PlanDocument, staff: StaffReference | null) => Result<void>;
  /** With the names of stations instead of their ids. */
  readonly toYaml: () => string;
  /** `PlanInvalid` names the line and what may stand there; nothing is replaced then. */
  readonly fromYaml: (text: string, staff: StaffReference | null) => Result<void>;
  /** What somebody should look at: for supervision. */
  readonly problems: () => readonly Pick<Problem, 'message' | 'remedy'>[];
  readonly stop: Stop;
}

const planSubject = subjectOf('plan', 'site');

/** `channels`: the ways out that are set up. */
export const createPlans = (context: StationContext, channels: () => readonly Way[]): Plans => {
  const { ledger, log } = context;
  let known = defaultPlanDocument;
  let stale = true;

  /** Asked for many times a second, so it is kept until another one is saved somewhere. */
  const document = (): PlanDocument => {
    if (!stale) return known;
    guard(log, 'the plans cannot be read', () => {
      known = ledger.state('plan', planSubject) ?? defaultPlanDocument;
      stale = false;
    });
    return known;
  };

  const check = (plans: PlanDocument): readonly PlanProblem[] => checkPlan(plans, { stations: new Set(ledger.local.roster.list().map(({ id }) => id)), channels: channels() });
  const stations = () => ledger.local.roster.list().map((station) => fileOf(ledger, station));

  const write = (body: PlanDocument, staff: StaffReference | null): Result<void> => {
    const appended = ledger.append([{ kind: 'PlanChanged', subject: planSubject, body: { document: body, ...byWhom(context, staff) } }]);
    return appended.ok ? done(undefined) : appended;
  };

  return {
    document,
    save: (body, staff) => {
      const problem = check(body).find(({ severity }) => severity === 'error');
      return problem === undefined ? write(body, staff) : failed('PlanInvalid', problem.message, problem.remedy, problem.field);
    },
    toYaml: () => planToYaml(document(), stations()),
    fromYaml: (text, staff) => {
      const read = planFromYaml(text, stations(), check);
      return read.ok ? write(read.value, staff) : read;
    },
    problems: () => check(document()).filter(({ severity }) => severity !== 'hint'),
    stop: ledger.onEvents((events) => {
      if (events.some(({ subject }) => subjectType(subject) === 'plan')) stale = true;
    }),
  };
};
