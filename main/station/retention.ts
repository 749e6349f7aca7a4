import type { StaffReference } from '../contract/alarm.ts';
import { done, type Result } from '../contract/problem.ts';
import type { Retention, RetentionPreview, RetentionState } from '../contract/retention.ts';
import { guard } from '../core/guard.ts';
import { subjectOf } from '../core/event/subject.ts';
import { isTooMuch, keptForGood, keptSince } from '../core/retention/retention.ts';
import type { Finding } from '../core/fault/finding.ts';
import { createPace } from '../ledger/pace.ts';
import { ownFile, type StationContext } from './context.ts';
import type { Erasures } from './erasures.ts';

/** What the site forgets by itself, and when. The station that holds the authority carries it out, once a night. */
export interface RetentionDesk {
  readonly state: () => RetentionState;
  readonly change: (settings: Retention, staff: StaffReference | null) => Result<void>;
  /** What these settings would forget now; nothing is changed. */
  readonly preview: (settings: Retention) => Promise<RetentionPreview>;
  /** Now, however much it is. Returns how many subjects were erased. */
  readonly carryOut: (staff: StaffReference | null) => Promise<Result<{ readonly erased: number }>>;
  /** Once a second: begins when it is night. */
  readonly tick: () => void;
  /** A night held back what it should have forgotten. */
  readonly findings: () => readonly Finding[];
}

type What = keyof Retention;

interface Due {
  readonly what: What;
  readonly title: string;
  readonly at: string;
  /** All that goes along. */
  readonly subjects: readonly string[];
}

const retentionSubject = subjectOf('retention', 'site');
const secretName = 'night of the last retention';
/** The hour of the night, local time: nobody is at a desk, and the day's backups are done. */
const nightHour = 3;
/** So many are looked at in one turn, and so many of the oldest are shown. */
const portion = 16;
const shown = 20;

export const createRetention = (context: StationContext, erasures: Pick<Erasures, 'erase' | 'belongingTo'>, holdsAuthority: () => boolean): RetentionDesk => {
  const { ledger, clock, log } = context;
  const state = (): RetentionState => ledger.state('retention', retentionSubject) ?? { settings: keptForGood, last: null };
  let running = false;

  /** In turns: a site may have a hundred thousand records. */
  async function* walk<Type extends 'incident' | 'alarm' | 'run'>(type: Type, before: string) {
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

  async function* dueOf(settings: Retention): AsyncGenerator<Due> {
    const now = clock.now();
    const [incidents, alarms, practice] = [keptSince(settings.incidents, now), keptSince(settings.alarms, now), keptSince(settings.practice, now)];
    if (incidents !== null) for await (const { subject, state: { summary } } of walk('incident', incidents)) {
      const along = erasures.belongingTo(summary.id);
      yield { what: 'incidents', title: summary.title, at: summary.filedAt, subjects: [subject, ...(along.ok ? along.value : [])] };
    }
    const latest = [alarms, practice].filter((moment) => moment !== null).toSorted().at(-1);
    if (latest !== undefined) for await (const { subject, state: alarm } of walk('alarm', latest)) {
      const what: What = alarm.kind === 'real' ? 'alarms' : 'practice';
      const before = what === 'alarms' ? alarms : practice;
      if (alarm.closedAt === null || before === null || alarm.raisedAt >= before || ledger.states('incident', { link: alarm.id }).length > 0) continue;
      yield { what, title: alarm.place, at: alarm.raisedAt, subjects: [subject, ...ledger.states('run', { link: alarm.id }).map(({ id }) => subjectOf('run', id))] };
    }
    if (alarms !== null) for await (const { subject, state: run } of walk('run', alarms)) if (run.alarm === null && run.endedAt !== null) yield { what: 'alarms', title: run.procedure, at: run.startedAt, subjects: [subject] };
  }

  const preview = async (settings: Retention): Promise<RetentionPreview> => {
    const counts: Record<What, number> = { incidents: 0, alarms: 0, practice: 0 };
    const oldest: Due[] = [];
    for await (const due of dueOf(settings)) {
      counts[due.what] += 1;
      if (oldest.length < shown) oldest.push(due);
    }
    return {
      of: (['incidents', 'alarms', 'practice'] as const).map((what) => ({ what, due: counts[what] })),
      oldest: oldest.map(({ what, title, at }) => ({ what, title, at })),
    };
  };

  const eraseAll = async (staff: StaffReference | null): Promise<Result<number>> => {
    let erased = 0;
    for await (const { subjects } of dueOf(state().settings)) {
      const done = erasures.erase(subjects, 'retention', staff);
      if (!done.ok) return done;
      erased += subjects.length;
    }
    return done(erased);
  };

  const note = (erased: number, held: number): Result<void> => {
    const appended = ledger.append([{ kind: 'RetentionCarriedOut', subject: retentionSubject, body: { erased, held, station: ownFile(context).name } }]);
    return appended.ok ? done(undefined) : appended;
  };

  const carryOut: RetentionDesk['carryOut'] = async (staff) => {
    const erased = await eraseAll(staff);
    if (!erased.ok) return erased;
    const noted = note(erased.value, 0);
    return noted.ok ? done({ erased: erased.value }) : noted;
  };

  const night = async (): Promise<void> => {
    const { of } = await preview(state().settings);
    const due = of.reduce((sum, { due: more }) => sum + more, 0);
    if (due === 0) return;
    const end = '\uffff';
    const all = ledger.countBefore('incident', end).all + ledger.countBefore('alarm', end).all;
    if (!isTooMuch(due, all)) return void (await carryOut(null));
    log.warn({ due, all }, 'far more would be erased than on any ordinary night: nothing was');
    note(0, due);
  };

  const today = (): string => new Date(clock.now()).toLocaleDateString('sv-SE');

  return {
    state,
    preview,
    carryOut,
    change: (settings, staff) => {
      const appended = ledger.append([{ kind: 'RetentionChanged', subject: retentionSubject, body: { settings, station: ownFile(context).name, staff: staff?.id ?? null } }]);
      return appended.ok ? done(undefined) : appended;
    },
    tick: () => {
      if (running || !holdsAuthority() || new Date(clock.now()).getHours() < nightHour) return;
      const known = ledger.local.secret(secretName);
      if (known !== undefined && new TextDecoder().decode(known) === today()) return;
      running = true;
      ledger.local.keepSecret(secretName, Buffer.from(today(), 'utf8'));
      void night()
        .catch((error: unknown) => log.error({ error: String(error) }, 'what was kept long enough could not be erased'))
        .finally(() => (running = false));
    },
    findings: () => {
      const held = guard(log, 'how long things are kept cannot be read', () => state().last?.held) ?? 0;
      if (held === 0) return [];
      return [
        {
          key: 'retention',
          kind: 'configuration',
          subject: 'retention',
          message: `${held} records and calls have been kept long enough, which is more than half of all: nothing was erased.`,
          remedy: 'Look at the settings of how long things are kept, and at the clock; then erase them there, or change the settings.',
          disarms: false,
        },
      ];
    },
  };
};
