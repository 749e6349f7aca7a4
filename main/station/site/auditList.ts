import type { StaffReference } from '../../contract/alarm.ts';
import type { AuditedAction, AuditEntry, AuditPage, AuditQuery } from '../../contract/audit.ts';
import { done, type Result } from '../../contract/problem.ts';
import { describeAct, type Act } from '../../core/audit/describeAct.ts';
import type { Event } from '../../core/event/catalogue.ts';
import { subjectOf } from '../../core/event/subject.ts';
import { byWhom, fileOf, type StationContext } from '../context.ts';

/** Who did what, of everything that changes how the site works or what it hands out. */
export interface AuditList {
  readonly page: (query: AuditQuery) => AuditPage;
  /** Writes down what leaves no other event behind. `LedgerUnwritable`: whoever is about to hand out a secret does not, then. */
  readonly note: (action: AuditedAction, about: string, staff: StaffReference | null) => Result<void>;
  /** The same for what must go on also while nothing can be written: a check, a repair. */
  readonly noteIfPossible: (action: AuditedAction, about: string, staff: StaffReference | null) => void;
}

const pageSize = 50;
const readAtOnce = 200;
/** A page that finds little is given out as it is, with where to go on: nobody waits for a year to be looked through. */
const readAtMost = 2000;

export const createAuditList = (context: StationContext): AuditList => {
  const { ledger, identity, log } = context;

  const nameOf = (about: Act['about']): string => {
    if (about.type === 'words') return about.words;
    if (about.type === 'staff') return ledger.state('staff', subjectOf('staff', about.id))?.staff.name ?? '';
    if (about.type === 'channel') return ledger.state('channel', subjectOf('channel', about.id))?.name ?? about.id;
    return ledger.state('station', subjectOf('station', about.id))?.name ?? '';
  };

  /** Their doing stays theirs, by the id; the name is shown no more, though it may stand in what they wrote. */
  const isForgotten = (staff: StaffReference | null): boolean => staff !== null && ledger.isErased(subjectOf('staff', staff.id));

  const entryOf = (event: Event, { action, staff, otherwise, about }: Act): AuditEntry => ({
    id: `${event.origin}/${event.seq}`,
    at: new Date(event.wall).toISOString(),
    station: ('station' in event.body ? event.body.station : undefined) ?? fileOf(ledger, { id: event.origin, name: event.origin, place: '' }).name,
    person: staff === null || isForgotten(staff) ? null : staff.name || nameOf({ type: 'staff', id: staff.id }),
    otherwise: isForgotten(staff) ? 'has-left' : otherwise,
    action,
    about: nameOf(about),
  });

  const note: AuditList['note'] = (action, about, staff) => {
    const appended = ledger.append([{ kind: 'ActionTaken', subject: subjectOf('station', identity.station.id), body: { action, about, ...byWhom(context, staff) } }]);
    return appended.ok ? done(undefined) : appended;
  };

  return {
    page: ({ person, action, before }) => {
      const entries: AuditEntry[] = [];
      let from = before;
      for (let read = 0; read < readAtMost; read += readAtOnce) {
        const { events, last } = ledger.papersBefore(from, readAtOnce);
        for (const event of events) {
          const act = describeAct(event);
          if (act === null || (person !== null && act.staff?.id !== person) || (action !== null && act.action !== action)) continue;
          entries.push(entryOf(event, act));
          const { wall, counter, origin, seq } = event;
          if (entries.length === pageSize) return { entries, next: { wall, counter, origin, seq } };
        }
        if (last === null) return { entries, next: null };
        from = last;
      }
      return { entries, next: from };
    },
    note,
    noteIfPossible: (action, about, staff) => {
      const noted = note(action, about, staff);
      if (!noted.ok) log.warn({ action }, 'what was done could not be written down');
    },
  };
};
