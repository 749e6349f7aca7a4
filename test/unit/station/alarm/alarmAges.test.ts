import { describe, expect, it } from 'vitest';
import { createAlarmAges } from '../../../../main/station/alarm/alarmAges.ts';
import { alarmOf, desk, eventsOf, office, raised, raisedAt, raisedToEmergency } from '../../../support/alarmStory.ts';

describe('the age of an alarm', () => {
  it('that was followed from a restart on is not made to wait by a clock that is set back while old news comes in', () => {
    let now = raisedAt + 10_000;
    const ages = createAlarmAges({ now: () => now }, desk);
    const alarm = alarmOf(raised());
    ages.hear(alarm, 'ledger');
    ages.noteReplicated(eventsOf([office, -3600, { kind: 'AlarmReceived', subject: 'alarm/other', body: { station: 'Office' } }]));
    now -= 3_600_000;
    ages.tick();
    expect(ages.of(alarm)).toEqual({ elapsed: 10_000, followedFrom: 10_000 });
  });

  it('counts what came as a frame from when it came, and what was read later by its own time where that has come', () => {
    let now = raisedAt;
    const heard = createAlarmAges({ now: () => now }, desk);
    heard.hear(alarmOf(raised()), 'frame');
    now += 5_000;
    const ahead = alarmOf(raised(), raisedToEmergency(300));
    heard.hear(ahead, 'frame');
    expect(heard.timed(ahead).timeline.at(-1)).toMatchObject({ what: 'raised-to-emergency', at: new Date(raisedAt + 5_000).toISOString() });
    now += 500_000;
    const read = createAlarmAges({ now: () => now }, desk);
    read.hear(ahead, 'ledger');
    expect(read.timed(ahead)).toEqual(ahead);
    expect(heard.timed(alarmOf(raised(), raisedToEmergency(5)))).toEqual(alarmOf(raised(), raisedToEmergency(5)));
  });
});
