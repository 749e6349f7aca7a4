import type { StaffReference } from '../../contract/alarm.ts';
import type { WeeklySpan } from '../../contract/plan.ts';
import { done, failed, type Result } from '../../contract/problem.ts';
import type { Rota, RotaDay, RotaLine, Shift, WeeklyShift } from '../../contract/rota.ts';
import type { SiteSettings } from '../../contract/siteSettings.ts';
import type { Draft } from '../../core/event/catalogue.ts';
import { subjectOf } from '../../core/event/subject.ts';
import { boardNames } from '../../core/rota/boardNames.ts';
import { checkShifts, type DaysBeside } from '../../core/rota/checkRota.ts';
import { emptyRota } from '../../core/rota/foldRota.ts';
import { aloneSpans, dateOf, shiftsOn, weekdayOf, written } from '../../core/rota/onRota.ts';
import type { TileFacts } from '../../core/staff/tileOrder.ts';
import { byWhom, fileOf, type StationContext } from '../context.ts';
import { documentLanguage } from '../documentLanguage.ts';

/** Who is on which desk when, and who is alone there. */
export interface Rotas {
  readonly rota: () => Rota;
  /** As the noticeboard shows it: names as the site chose, of those who have not left; by time, then by the name of the desk. */
  readonly today: () => readonly RotaLine[];
  /** Ids of those on today's rota. */
  readonly onRota: () => Omit<TileFacts, 'lastHere' | 'language'>;
  /** When somebody is alone at this desk. */
  readonly aloneHere: () => readonly WeeklySpan[];
  readonly saveWeek: (shifts: readonly WeeklyShift[], staff: StaffReference | null) => Result<void>;
  readonly saveDay: (day: RotaDay, staff: StaffReference | null) => Result<void>;
  readonly forgetDay: (date: string, staff: StaffReference | null) => Result<void>;
  /** Once a second: at midnight there is another rota. */
  readonly tick: () => void;
}

const subject = subjectOf('rota', 'site');

/** With its place in the list that was sent. */
type NumberedShift = Shift & { readonly index: number };
type Check = (shifts: readonly NumberedShift[], beside: DaysBeside) => Result<void>;

export const createRotas = (context: StationContext, settings: () => SiteSettings): Rotas => {
  const { ledger, identity, clock, changes } = context;
  const rota = (): Rota => ledger.state('rota', subject) ?? emptyRota;
  const isHere = (staff: string): boolean => ledger.state('staff', subjectOf('staff', staff))?.removedAt === null;
  const people = () => ledger.states('staff', { open: true }).map(({ staff }) => staff);
  const shiftsToday = (): readonly Shift[] => shiftsOn(rota(), dateOf(clock.now())).filter(({ staff }) => isHere(staff));
  const stationNames = (): ReadonlyMap<string, string> => new Map(ledger.local.roster.list().map((station) => [station.id, fileOf(ledger, station).name]));
  let shownDate = written(dateOf(clock.now()));

  /** Reads who and which desks there are once, however many days are looked at. */
  const createCheck = (): Check => {
    const facts = { peopleById: new Map(people().map(({ id, name }) => [id, name])), stationsById: stationNames() };
    return (shifts, beside) => {
      const flaw = checkShifts(shifts, facts, beside);
      return flaw === null ? done(undefined) : failed('InputInvalid', `${flaw.message}.`, 'Correct it and save again; nothing was changed.', `shifts.${flaw.index}.${flaw.field}`);
    };
  };

  /** An ordinary week against those days to come that are planned by themselves: a night of it may reach into one, or begin before one is over. */
  const checkPlanned = (week: readonly WeeklyShift[], check: Check): Result<void> => {
    const { days } = rota();
    const ordinary = (date: Date): readonly NumberedShift[] => (days.some((day) => day.date === written(date)) ? [] : linesOn(week, weekdayOf(date)));
    for (const { date, shifts } of days.filter((day) => day.date >= written(dateOf(clock.now())))) {
      const noon = new Date(`${date}T12:00:00`).getTime();
      const into = check(ordinary(dateOf(noon, -1)), { before: [], after: shifts, planned: date });
      if (!into.ok) return into;
      const outOf = check(ordinary(dateOf(noon, 1)), { before: shifts, after: [], planned: date });
      if (!outOf.ok) return outOf;
    }
    return done(undefined);
  };

  const append = (draft: Draft): Result<void> => {
    const appended = ledger.append([draft]);
    return appended.ok ? done(undefined) : appended;
  };

  return {
    rota,
    today: () => {
      const { rotaNames } = settings();
      if (rotaNames === 'hidden') return [];
      const [names, stations] = [boardNames(people(), rotaNames), stationNames()];
      const lines = shiftsToday().flatMap(({ staff, station, from, to }): readonly RotaLine[] => {
        const [who, desk] = [names.get(staff), stations.get(station)];
        return who === undefined || desk === undefined ? [] : [{ desk, who, from, to }];
      });
      const { compare } = new Intl.Collator(documentLanguage(context, undefined), { numeric: true });
      return lines.toSorted((one, other) => (one.from === other.from ? compare(one.desk, other.desk) : one.from < other.from ? -1 : 1));
    },
    onRota: () => {
      const shifts = shiftsToday();
      return { here: new Set(shifts.filter(({ station }) => station === identity.station.id).map(({ staff }) => staff)), today: new Set(shifts.map(({ staff }) => staff)) };
    },
    aloneHere: () => aloneSpans(rota(), identity.station.id, isHere, clock.now()),
    saveWeek: (shifts, staff) => {
      const check = createCheck();
      for (const day of [1, 2, 3, 4, 5, 6, 7]) {
        // The days after are held against this one when it is their turn.
        const checked = check(linesOn(shifts, day), { before: linesOn(shifts, day === 1 ? 7 : day - 1), after: [] });
        if (!checked.ok) return checked;
      }
      const reaching = checkPlanned(shifts, check);
      if (!reaching.ok) return reaching;
      return append({ kind: 'RotaWeekChanged', subject, body: { shifts: [...shifts], ...byWhom(context, staff) } });
    },
    saveDay: ({ date, shifts }, staff) => {
      const noon = new Date(`${date}T12:00:00`).getTime();
      const checked = createCheck()(shifts.map((shift, index) => ({ ...shift, index })), { before: shiftsOn(rota(), dateOf(noon, -1)), after: shiftsOn(rota(), dateOf(noon, 1)) });
      return checked.ok ? append({ kind: 'RotaDayChanged', subject, body: { date, shifts, ...byWhom(context, staff) } }) : checked;
    },
    forgetDay: (date, staff) => (rota().days.some((day) => day.date === date) ? append({ kind: 'RotaDayChanged', subject, body: { date, shifts: null, ...byWhom(context, staff) } }) : done(undefined)),
    tick: () => {
      const date = written(dateOf(clock.now()));
      if (date === shownDate) return;
      shownDate = date;
      changes.announce('rota');
    },
  };
};

/** What a week says of a weekday, each line with its place in the list. */
const linesOn = (week: readonly WeeklyShift[], weekday: number): readonly (WeeklyShift & { readonly index: number })[] =>
  week.map((shift, index) => ({ ...shift, index })).filter(({ day }) => day === weekday);
