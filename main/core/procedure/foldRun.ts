import type { Run } from '../../contract/procedure.ts';
import type { Event } from '../event/catalogue.ts';
import { subjectId } from '../event/subject.ts';

/** One walk through a procedure from its events in total order; null while its start has not arrived. */
export const foldRun = (events: readonly Event[]): Run | null => {
  const started = events.find((event) => event.kind === 'RunStarted');
  if (started === undefined) return null;
  const ticks = new Map<string, string>();
  const answers = new Map<string, { readonly answer: string; readonly at: string }>();
  let endedAt: string | null = null;
  for (const event of events) {
    const at = new Date(event.wall).toISOString();
    if (event.kind === 'StepTicked' && !ticks.has(event.body.step)) ticks.set(event.body.step, at);
    if (event.kind === 'StepUnticked') ticks.delete(event.body.step);
    if (event.kind === 'QuestionAnswered') answers.set(event.body.question, { answer: event.body.answer, at });
    if (event.kind === 'RunEnded') endedAt ??= at;
  }
  return {
    id: subjectId(started.subject),
    procedure: started.body.procedure,
    version: started.body.version,
    edition: started.body.edition ?? null,
    alarm: started.body.alarm,
    station: started.body.station,
    stationId: started.origin,
    startedAt: new Date(started.wall).toISOString(),
    ticks: [...ticks].map(([step, at]) => ({ step, at })),
    answers: [...answers].map(([question, { answer, at }]) => ({ question, answer, at })),
    endedAt,
  };
};
