import type { Stop } from '../core/environment.ts';
import { subjectType } from '../core/event/subject.ts';
import type { StationContext } from './context.ts';
import { gently } from './gently.ts';

/** Windows hear of what events change: of records and files on people, which may come by the thousand, gently. */
export const announceEvents = ({ ledger, changes }: Pick<StationContext, 'ledger' | 'changes'>): Stop => {
  const incidents = gently(() => changes.announce('incidents'));
  const persons = gently(() => changes.announce('persons'));
  return ledger.onEvents((events) => {
    for (const type of new Set(events.map((event) => subjectType(event.subject)))) {
      if (type === 'run') changes.announce('runs');
      if (type === 'fault') changes.announce('faults');
      if (type === 'incident') incidents();
      if (type === 'backup') changes.announce('backups', 'status');
      if (type === 'person') persons();
      if (type === 'board') changes.announce('board');
      if (type === 'procedure') changes.announce('procedures');
      if (type === 'form') changes.announce('recordForm');
      if (type === 'plan') changes.announce('plans', 'alarms');
      if (type === 'station') changes.announce('bindings', 'settings', 'status', 'rota');
      if (type === 'staff') changes.announce('session', 'rota');
      if (type === 'settings') changes.announce('session', 'rota');
      if (type === 'rota') changes.announce('rota');
      if (type === 'view') changes.announce('views');
    }
  });
};
