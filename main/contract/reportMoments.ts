import type { IncidentDraft } from './incident.ts';
import type { ReportFlaw } from './reportFlaws.ts';

type Report = IncidentDraft['report'];

/** What is possible, and yet more often a slip of the pen: it stands beside its field and hinders nobody. Paths as those of flaws: `leftAt`, `calls.0.at`. */
export interface ReportDoubt {
  readonly kind: 'long-ago' | 'left-first' | 'no-time-of-day' | 'call-ahead';
  readonly path: string;
}

/** Clocks that are right differ by less: those of the desks, and the one on the wall that somebody read. Milliseconds. */
const tolerance = 10 * 60_000;
/** Before there was any Quietbell. A clock that says so has an empty battery and can judge no time; what is written has to be filed all the same. */
const earliest = Date.UTC(2025, 0, 1);
const year = 366 * 86_400_000;

/** Times that have not come yet, asked when a report is filed and never of one that is: what was filed stands, whatever clock it was filed by. */
export const flawsOfMoments = ({ occurredAt, leftAt }: Pick<Report, 'occurredAt' | 'leftAt'>, now: number): readonly ReportFlaw[] => [
  ...(liesAhead(occurredAt, now) ? [{ kind: 'not-yet-happened' as const, path: 'occurredAt', what: occurredAt }] : []),
  ...(liesAhead(leftAt, now) ? [{ kind: 'not-yet-left' as const, path: 'leftAt', what: leftAt }] : []),
];

export const doubtsOfMoments = ({ occurredAt, leftAt, calls }: Pick<Report, 'occurredAt' | 'leftAt' | 'calls'>, now: number): readonly ReportDoubt[] => [
  ...(occurredAt !== null && Date.parse(occurredAt) < now - year ? [{ kind: 'long-ago' as const, path: 'occurredAt' }] : []),
  ...(occurredAt !== null && leftAt !== null && Date.parse(leftAt) < Date.parse(occurredAt) ? [{ kind: 'left-first' as const, path: 'leftAt' }] : []),
  ...calls.flatMap((call, index) => {
    const kind = doubtOfCall(call.at, occurredAt, now);
    return kind === null ? [] : [{ kind, path: `calls.${index}.at` }];
  }),
];

const liesAhead = (moment: string | null, now: number): moment is string => moment !== null && now >= earliest && Date.parse(moment) > now + tolerance;

/** When somebody was called is free words ("soon after"); only what reads as a time of day is held against one. */
const doubtOfCall = (written: string, occurredAt: string | null, now: number): 'no-time-of-day' | 'call-ahead' | null => {
  const [, hours, minutes] = /^(\d{1,2})[:.](\d{2})$/.exec(written.trim()) ?? [];
  if (hours === undefined || minutes === undefined) return null;
  if (Number(hours) > 23 || Number(minutes) > 59) return 'no-time-of-day';
  const today = new Date(now);
  const isOfToday = occurredAt !== null && new Date(occurredAt).toDateString() === today.toDateString();
  return isOfToday && new Date(today.getFullYear(), today.getMonth(), today.getDate(), Number(hours), Number(minutes)).getTime() > now + tolerance ? 'call-ahead' : null;
};
