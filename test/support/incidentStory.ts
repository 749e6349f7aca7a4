import { incidentReportSchema, type IncidentReport } from '../../main/contract/incident.ts';
import type { Draft, Event } from '../../main/core/event/catalogue.ts';
import { placeOf } from '../../main/core/event/placeOf.ts';
import { subjectOf } from '../../main/core/event/subject.ts';

type Body<Kind extends Draft['kind']> = Omit<Extract<Draft, { readonly kind: Kind }>['body'], 'station' | 'staff'>;

export const incident = '00000000-0000-7000-8000-000000000001';
export const ines = { id: '00000000-0000-7000-8000-000000000901', name: 'Ines Vogel' };
export const sam = { id: '00000000-0000-7000-8000-000000000902', name: 'Sam Okafor' };

/** Events of one record, from as many desks as it takes, each a minute after the one before unless it is told its own moment. `tell` returns by what others name it. */
export const incidentStory = () => {
  const events: Event[] = [];
  const tell = <Kind extends Draft['kind']>(kind: Kind, body: Body<Kind>, { origin = 'a', staff = ines, minute = events.length }: { readonly origin?: string; readonly staff?: typeof ines | null; readonly minute?: number } = {}): string => {
    const seq = 1 + events.filter((event) => event.origin === origin.repeat(32)).length;
    // The pair of kind and body was checked by the parameter's type; TypeScript cannot correlate the two unions.
    const event = { origin: origin.repeat(32), seq, wall: Date.UTC(2026, 0, 1) + minute * 60_000, counter: 0, kind, subject: subjectOf('incident', incident), body: { ...body, station: `Desk ${origin}`, staff } } as unknown as Event;
    events.push(event);
    return placeOf(event);
  };
  const file = (report: Partial<IncidentReport> = {}): string => tell('IncidentFiled', { alarm: null, report: incidentReportSchema.parse({ title: 'Raised voice', ...report }) });
  return { events, tell, file };
};
