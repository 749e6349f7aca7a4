import type { StaffReference } from '../../contract/alarm.ts';
import { done, failed, type Result } from '../../contract/problem.ts';
import type { KeptKind, Retention, RetentionPreview, RetentionState } from '../../contract/retention.ts';
import { guard } from '../../core/guard.ts';
import { subjectOf } from '../../core/event/subject.ts';
import { countsOf, isAnythingForgotten, isTooMuch, keptForGood, keptSince, type FiledRetention } from '../../core/retention/retention.ts';
import type { Finding } from '../../core/fault/finding.ts';
import { ownFile, type StationContext } from '../context.ts';
import type { Attachments } from '../attachment/attachments.ts';
import { createDueWalk, type Due } from './dueForErasure.ts';
import type { Erasures } from './erasures.ts';
import { createLyingDrafts } from './lyingDrafts.ts';

/** What the site forgets by itself, and when. The station that holds the authority carries it out, once a night; drafts are on one desk only, so each erases its own. */
export interface RetentionDesk {
  readonly state: () => RetentionState;
  readonly change: (settings: Retention, staff: StaffReference | null) => Result<void>;
  /** What these settings would forget now, and within a year; nothing is changed. */
  readonly preview: (settings: Retention) => Promise<RetentionPreview>;
  /** Now, however much it is. Returns how many subjects were erased. `ClockFarOff` while a clock of the site is in doubt. */
  readonly carryOut: (staff: StaffReference | null) => Promise<Result<{ readonly erased: number }>>;
  /** Once a second: begins when it is night. */
  readonly tick: () => void;
  /** A night held back what it should have forgotten. */
  readonly findings: () => readonly Finding[];
}

export interface RetentionDependencies {
  readonly context: StationContext;
  readonly erasures: Pick<Erasures, 'erase' | 'belongingTo'>;
  readonly attachments: Pick<Attachments, 'list' | 'eraseOf'>;
  readonly holdsAuthority: () => boolean;
  /** The clocks of the site do not agree, or say what cannot be. */
  readonly clockDoubtful: () => boolean;
  /** The station runs for long enough to have heard what the clocks of the others say. */
  readonly hasSettled: () => boolean;
}

const retentionSubject = subjectOf('retention', 'site');
const secretName = 'night of the last retention';
/** The hour of the night, local time: nobody is at a desk, and the day's backups are done. */
const nightHour = 3;
/** So many of the first are shown. */
const shown = 30;
const monthsAhead = 12;
/** Sorts behind every moment. */
const end = '\uffff';

export const createRetention = ({ context, erasures, attachments, holdsAuthority, clockDoubtful, hasSettled }: RetentionDependencies): RetentionDesk => {
  const { ledger, clock, log } = context;
  const dueBy = createDueWalk(context, erasures);
  const lyingDrafts = createLyingDrafts(context, attachments);
  const reportOf = (station: string): string => subjectOf('retention', station);
  const filed = (): FiledRetention => ledger.state('retention', retentionSubject) ?? { settings: keptForGood, last: null };
  let running = false;

  const preview = async (settings: Retention): Promise<RetentionPreview> => {
    const now = clock.now();
    const present = new Date(now).toISOString();
    const byMonth = new Map<string, Map<KeptKind, number>>();
    let first: readonly Shown[] = [];
    const note = (item: Shown): void => {
      const month = item.due <= present ? '' : item.due.slice(0, 7);
      const counts = byMonth.get(month) ?? new Map<KeptKind, number>();
      byMonth.set(month, counts.set(item.what, (counts.get(item.what) ?? 0) + 1));
      if (first.length < shown || item.due < (first.at(-1)?.due ?? end)) first = [...first, item].toSorted((a, b) => (a.due < b.due ? -1 : 1)).slice(0, shown);
    };
    const by = inMonths(now, monthsAhead);
    for await (const item of dueBy(settings, by)) note(item);
    for (const item of lyingDrafts(settings, by)) note(item);
    const countsIn = (month: string) => countsOf((what) => byMonth.get(month)?.get(what) ?? 0);
    return {
      due: countsIn(''),
      coming: [...byMonth.keys()].filter((month) => month !== '').toSorted().map((month) => ({ month, counts: countsIn(month).filter(({ count }) => count > 0) })),
      first: first.map(({ what, title, at, due }) => ({ what, title, at, due })),
    };
  };

  const note = (subject: string, erased: number, held: number, counts: ReadonlyMap<KeptKind, number>): Result<void> => {
    const appended = ledger.append([{ kind: 'RetentionCarriedOut', subject, body: { erased, held, counts: Object.fromEntries(counts), station: ownFile(context).name } }]);
    return appended.ok ? done(undefined) : appended;
  };

  const eraseAll = async (staff: StaffReference | null): Promise<Result<{ readonly erased: number }>> => {
    const counts = new Map<KeptKind, number>();
    let erased = 0;
    for await (const { what, subjects, along } of dueBy(filed().settings, clock.now())) {
      const gone = erasures.erase(subjects, 'retention', staff, along);
      if (!gone.ok) return gone;
      counts.set(what, (counts.get(what) ?? 0) + 1);
      erased += subjects.length;
    }
    const noted = note(retentionSubject, erased, 0, counts);
    return noted.ok ? done({ erased }) : noted;
  };

  /**
   * However many they are: what is worked on is filed and gone, so most of the drafts on a desk are old ones on any night. Only a desk that erased some says so: a site has many.
   */
  const eraseDrafts = async (): Promise<Result<{ readonly erased: number }>> => {
    let erased = 0;
    for (const draft of lyingDrafts(filed().settings, clock.now())) {
      const gone = await draft.erase();
      if (!gone.ok) return gone;
      erased += 1;
    }
    const noted = erased === 0 ? done(undefined) : note(reportOf(context.identity.station.id), erased, 0, new Map([['drafts', erased]]));
    return noted.ok ? done({ erased }) : noted;
  };

  const night = async (): Promise<void> => {
    const { settings } = filed();
    if (!isAnythingForgotten(settings)) return;
    const drafts = await eraseDrafts();
    if (!drafts.ok) log.error({ error: drafts.error.message }, 'drafts that lay for too long could not be erased');
    if (!holdsAuthority()) return;
    let [ofAll, persons] = [0, 0];
    for await (const { what } of dueBy(settings, clock.now())) {
      if (what === 'persons') persons += 1;
      else ofAll += 1;
    }
    const all = ledger.countBefore('incident', end).all + ledger.countBefore('alarm', end).all;
    if (!isTooMuch(ofAll, all) && !isTooMuch(persons, ledger.countBefore('person', end).all)) return void (await eraseAll(null));
    log.warn({ due: ofAll + persons, all }, 'far more would be erased than on any ordinary night: nothing was');
    note(retentionSubject, 0, ofAll + persons, new Map());
  };

  const eraseNow = async (staff: StaffReference | null): Promise<Result<{ readonly erased: number }>> => {
    const drafts = await eraseDrafts();
    const others = drafts.ok ? await eraseAll(staff) : drafts;
    return drafts.ok && others.ok ? done({ erased: drafts.value.erased + others.value.erased }) : others;
  };

  const draftsErased = (): RetentionState['drafts'] =>
    ledger
      .states('station')
      .flatMap(({ id, name }) => {
        const last = ledger.state('retention', reportOf(id))?.last ?? null;
        return last === null ? [] : [{ station: name, at: last.at, erased: last.erased }];
      })
      .toSorted((a, b) => (a.at > b.at ? -1 : 1));

  const today = (): string => new Date(clock.now()).toLocaleDateString('sv-SE');

  return {
    state: () => ({ ...filed(), drafts: draftsErased(), here: holdsAuthority(), waitsForClock: holdsAuthority() && clockDoubtful() }),
    preview,
    carryOut: async (staff) =>
      clockDoubtful() ? failed('ClockFarOff', 'The clocks of this site do not agree: what has been kept long enough cannot be told.', 'See under Readiness which clock is wrong, set it, and try again.') : eraseNow(staff),
    change: (settings, staff) => {
      const appended = ledger.append([{ kind: 'RetentionChanged', subject: retentionSubject, body: { settings, station: ownFile(context).name, staff: staff?.id ?? null } }]);
      return appended.ok ? done(undefined) : appended;
    },
    tick: () => {
      if (running || new Date(clock.now()).getHours() < nightHour) return;
      const known = ledger.local.secret(secretName);
      if (known !== undefined && new TextDecoder().decode(known) === today()) return;
      // A clock that stands years ahead would have everything forgotten: the night waits until it is set.
      if (!hasSettled() || clockDoubtful()) return;
      running = true;
      ledger.local.keepSecret(secretName, Buffer.from(today(), 'utf8'));
      void night()
        .catch((error: unknown) => log.error({ error: String(error) }, 'what was kept long enough could not be erased'))
        .finally(() => (running = false));
    },
    findings: () => {
      const held = guard(log, 'how long things are kept cannot be read', () => filed().last?.held) ?? 0;
      if (held === 0) return [];
      return [
        {
          key: 'retention',
          kind: 'configuration',
          subject: 'retention',
          message: `${held} records, calls and files have been kept long enough, which is more than half of all: nothing was erased.`,
          remedy: 'Look at Settings, Data protection, and at the clock; then erase them there, or change how long things are kept.',
          disarms: false,
        },
      ];
    },
  };
};

type Shown = Pick<Due, 'what' | 'title' | 'at' | 'due'>;

/** The moment so many calendar months ahead. Milliseconds. */
const inMonths = (now: number, months: number): number => Date.parse(keptSince(-months, now) ?? '');
