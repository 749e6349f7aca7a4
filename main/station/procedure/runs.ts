import type { StaffReference } from '../../contract/alarm.ts';
import { done, failed, type Result } from '../../contract/problem.ts';
import { cuesOf, stepsOf, type Run } from '../../contract/procedure.ts';
import type { Draft } from '../../core/event/catalogue.ts';
import { subjectOf } from '../../core/event/subject.ts';
import { byWhom, type StationContext } from '../context.ts';
import type { Procedures } from './procedures.ts';

/** Walks through procedures on this station. */
export interface Runs {
  readonly list: () => readonly Run[];
  /** The walks that belong to one alarm, of any station of the site. */
  readonly ofAlarm: (alarm: string) => readonly Run[];
  readonly start: (procedure: string, alarm: string | null, staff: StaffReference | null) => Result<Run>;
  readonly tick: (run: string, step: string, ticked: boolean) => Result<void>;
  readonly answer: (run: string, question: string, answer: string) => Result<void>;
  readonly end: (run: string) => Result<void>;
  /** Whether a walk is another station's. */
  readonly isElsewhere: (run: string) => boolean;
}

/** `shown`: the walks that belong to an alarm, as this station may show them. */
export const createRuns = (context: StationContext, procedures: Pick<Procedures, 'shown' | 'ofRun' | 'keeping'>, shown: (alarm: string, runs: readonly Run[]) => readonly Run[] = (_alarm, runs) => runs): Runs => {
  const { ledger, identity, ids } = context;
  const ofAlarm = (alarm: string): readonly Run[] => shown(alarm, ledger.states('run', { link: alarm }));
  const list = (): readonly Run[] => ledger.states('run', { open: true }).filter((run) => run.stationId === identity.station.id);

  const onRun = (id: string, draft: (run: Run) => Result<readonly Draft[]>): Result<void> => {
    const run = ledger.state('run', subjectOf('run', id));
    if (run === undefined) return failed('RunUnknown', `There is no walk through a procedure with the number ${id}.`, 'Open the service notes again.', 'run');
    const drafts = draft(run);
    if (!drafts.ok) return drafts;
    const appended = ledger.append(drafts.value);
    return appended.ok ? done(undefined) : appended;
  };

  return {
    list,
    ofAlarm,
    start: (procedureId, alarm, staff) => {
      const walked = procedures.shown().find(({ document }) => document.id === procedureId);
      if (walked === undefined) return failed('ProcedureUnknown', `This station has no procedure "${procedureId}".`, 'Open the service notes to see which there are.', 'procedure');
      const linked = alarm === null ? undefined : ofAlarm(alarm).find((run) => run.procedure === procedureId && run.endedAt === null);
      if (linked !== undefined) return done(linked);
      const id = ids.next();
      const started: Draft = { kind: 'RunStarted', subject: subjectOf('run', id), body: { procedure: procedureId, version: walked.document.version, edition: walked.edition, alarm, ...byWhom(context, staff) } };
      const appended = ledger.append([...procedures.keeping(walked), started]);
      if (!appended.ok) return appended;
      const run = ledger.state('run', subjectOf('run', id));
      return run === undefined ? failed('RunUnknown', 'The walk through the procedure was not kept.', 'Try again.') : done(run);
    },
    tick: (id, step, ticked) =>
      onRun(id, (run) => {
        const procedure = procedures.ofRun(run);
        if (procedure !== undefined && ![...stepsOf(procedure), ...cuesOf(procedure)].some((known) => known.id === step)) return failed('InputInvalid', `The procedure has no step "${step}".`, 'Open the service notes again.', 'step');
        if (run.ticks.some((tick) => tick.step === step) === ticked) return done([]);
        return done([{ kind: ticked ? 'StepTicked' : 'StepUnticked', subject: subjectOf('run', id), body: { step } }]);
      }),
    answer: (id, question, answer) => onRun(id, () => done([{ kind: 'QuestionAnswered', subject: subjectOf('run', id), body: { question, answer } }])),
    isElsewhere: (id) => (ledger.state('run', subjectOf('run', id))?.stationId ?? identity.station.id) !== identity.station.id,
    end: (id) => onRun(id, (run) => done(run.endedAt === null ? [{ kind: 'RunEnded', subject: subjectOf('run', id), body: {} }] : [])),
  };
};
