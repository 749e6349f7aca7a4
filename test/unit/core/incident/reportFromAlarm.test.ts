import { expect, test } from 'vitest';
import { reportFromAlarm, type DraftWords } from '../../../../main/core/incident/draftFromAlarm.ts';
import { alarmOf, at } from '../../renderer/respond/alarmOf.ts';

const words: DraftWords = { title: (kind, level, place) => `${kind} ${level} at ${place}`, moment: (what, who) => `${who} ${what}`, entry: (kind) => kind };

test('a report begins with where, when and who called, and a drill or a test says so in its title', () => {
  expect(reportFromAlarm(alarmOf('a', { level: 'emergency', staff: { id: 's', name: 'Sam Okafor' } }), [], () => undefined, words)).toMatchObject({ title: 'real emergency at Returns', occurredAt: at(0), place: 'Returns', involved: [{ role: 'staff', description: 'Sam Okafor (Desk 2)' }] });
  expect(reportFromAlarm(alarmOf('a', { kind: 'drill' }), [], () => undefined, words).title).toBe('drill assist at Returns');
});
