import { monthsOfCategory, type KeptKind, type Retention } from '../../contract/retention.ts';
import type { Draft } from '../../core/event/catalogue.ts';
import { subjectOf } from '../../core/event/subject.ts';
import { groupOf } from '../../core/person/group.ts';
import { restsSince } from '../../core/person/standing.ts';
import { dueMoment, keptSince } from '../../core/retention/retention.ts';
import { createPace } from '../../ledger/pace.ts';
import type { StationContext } from '../context.ts';
import type { Erasures } from './erasures.ts';
import { erasureOfPerson } from '../person/personErasure.ts';
import { dayOf } from '../person/personFiles.ts';

/** Something whose time is over, or soon will be. */
export interface Due {
  readonly what: KeptKind;
  readonly title: string;
  /** From when its time is counted, and when it is over. */
  readonly at: string;
  readonly due: string;
  /** All that goes with it, and what is written along. */
  readonly subjects: readonly string[];
  readonly along: readonly Draft[];
}

/** So many are looked at in one turn. */
const portion = 16;
const spare = 4 * 24 * 60 * 60_000;

/** Walks through what is due by a moment, under these settings: kind by kind, the oldest first. In turns: a site may have a hundred thousand records. */
export type WalkDue = (settings: Retention, by: number) => AsyncGenerator<Due>;

export const createDueWalk = (context: StationContext, erasures: Pick<Erasures, 'belongingTo'>): WalkDue => {
  const { ledger, clock } = context;

  async function* walk<Type extends 'incident' | 'alarm' | 'run' | 'person'>(type: Type, before: string | null) {
    if (before === null) return;
    const pace = createPace();
    for (let behind = { sort: '', subject: '' }; ; ) {
      const began = performance.now();
      const rows = ledger.oldest(type, behind, portion).filter(({ sort }) => sort < before);
      for (const row of rows) {
        yield row;
        behind = { sort: row.sort, subject: row.subject };
      }
      if (rows.length < portion) return;
      await pace.rest(performance.now() - began);
    }
  }

  return async function* dueBy(settings, by) {
    const end = new Date(by).toISOString();
    // Months differ in length: a few days more are walked through, and what is not over yet is passed over.
    const behind = by + spare;
    /** Empty while its time goes on. */
    const over = (what: KeptKind, months: number | null, at: string, rest: () => Pick<Due, 'title' | 'subjects'> & Partial<Due>): readonly Due[] => {
      const due = months === null ? null : dueMoment(months, at);
      return due === null || due > end ? [] : [{ what, at, due, along: [], ...rest() }];
    };

    const latestOf = (periods: readonly (number | null)[]): string | null => periods.flatMap((months) => keptSince(months, behind) ?? []).toSorted().at(-1) ?? null;

    for await (const { subject, state: { summary } } of walk('incident', latestOf([settings.incidents, ...Object.values(settings.byCategory)]))) {
      yield* over('incidents', monthsOfCategory(settings, summary.category?.id ?? null), summary.filedAt, () => {
        const along = erasures.belongingTo(summary.id);
        return { title: summary.title, subjects: [subject, ...(along.ok ? along.value : [])] };
      });
    }
    for await (const { subject, state: alarm } of walk('alarm', latestOf([settings.alarms, settings.practice]))) {
      if (alarm.closedAt === null || ledger.states('incident', { link: alarm.id }).length > 0) continue;
      const what = alarm.kind === 'real' ? 'alarms' : 'practice';
      yield* over(what, settings[what], alarm.raisedAt, () => ({ title: alarm.place, subjects: [subject, ...ledger.states('run', { link: alarm.id }).map(({ id }) => subjectOf('run', id))] }));
    }
    for await (const { subject, state: run } of walk('run', keptSince(settings.alarms, behind))) {
      if (run.alarm === null && run.endedAt !== null) yield* over('alarms', settings.alarms, run.startedAt, () => ({ title: run.procedure, subjects: [subject] }));
    }
    for await (const { state: file } of walk('person', keptSince(settings.persons, behind))) {
      const group = groupOf(file, (id) => ledger.state('person', subjectOf('person', id)));
      const since = group.head.id === file.id ? restsSince(group.members, dayOf(clock.now())) : null;
      if (since !== null) yield* over('persons', settings.persons, since, () => ({ title: file.names[0]?.name ?? file.description.text, ...erasureOfPerson(context, group, null) }));
    }
  };
};
