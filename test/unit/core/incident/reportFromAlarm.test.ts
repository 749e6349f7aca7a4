import { expect, test } from 'vitest';
import { reportFromAlarm } from '../../../../main/core/incident/draftFromAlarm.ts';
import { alarmOf, at } from '../../renderer/respond/alarmOf.ts';

test('a report begins with where, when and who called, and a drill or a test says so in its title', () => {
  expect(reportFromAlarm(alarmOf('a', { level: 'emergency', staff: { id: 's', name: 'Sam Okafor' } }), [], () => undefined)).toMatchObject({ title: 'Emergency at Returns', occurredAt: at(0), place: 'Returns', involved: [{ role: 'staff', description: 'Sam Okafor (Desk 2)' }] });
  expect(reportFromAlarm(alarmOf('a', { kind: 'drill' }), [], () => undefined).title).toBe('Drill: Call for assistance at Returns');
  expect(reportFromAlarm(alarmOf('a', { kind: 'test' }), [], () => undefined).title).toBe('Test: Call for assistance at Returns');
});
