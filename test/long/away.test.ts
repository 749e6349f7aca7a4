import { v7 as newId } from 'uuid';
import { describe, expect, it } from 'vitest';
import { incidentReportSchema } from '../../main/contract/incident.ts';
import { subjectOf } from '../../main/core/event/subject.ts';
import { defaultTiming } from '../../main/lan/timing.ts';
import { makeSite } from '../support/lan/memorySite.ts';
import { startSupervisedStation } from '../support/lan/supervisedStation.ts';
import { until } from '../support/lan/until.ts';

const missed = 10_000;
const patience = 10 * 60_000;

describe('a station that was away while 10,000 records were filed', () => {
  it('has them all by and by, and alarms meanwhile go through at once', async () => {
    const { identities } = await makeSite('Back office', 'Front desk');
    const [first, second] = identities;
    if (first === undefined || second === undefined) throw new Error('two');
    const office = await startSupervisedStation(first, identities, defaultTiming);
    try {
      const { ledger } = office.parts.context;
      for (let filed = 0; filed < missed; filed += 100) {
        const drafts = Array.from({ length: 100 }, (_, index) => ({
          kind: 'IncidentFiled' as const,
          subject: subjectOf('incident', newId()),
          body: { report: incidentReportSchema.parse({ title: `Record ${filed + index}`, account: 'He said that he would wait outside. '.repeat(10) }), alarm: null, station: 'Back office', staff: null },
        }));
        if (!ledger.append(drafts).ok) throw new Error('The records could not be filed');
      }
      const began = performance.now();
      const front = await startSupervisedStation(second, identities, defaultTiming, [office.address]);
      try {
        const held = () => front.parts.context.ledger.have().get(office.id) ?? 0;
        await until('it begins to catch up', () => held() > 100, patience);
        const pressedAt = performance.now();
        const alarm = office.parts.alarms.press({ id: newId(), level: 'assist', kind: 'test', source: 'command' }, null);
        await until('the alarm is shown', () => front.parts.alarms.list().some(({ id }) => id === alarm));
        const shownAfter = performance.now() - pressedAt;
        expect(held()).toBeLessThan(missed);
        expect(shownAfter).toBeLessThan(1_000);
        await until('it has all of it', () => held() >= missed && front.parts.context.ledger.states('incident').length === missed, patience);
        console.info(`${missed} records after ${Math.round(performance.now() - began)} ms; an alarm in the middle of it after ${Math.round(shownAfter)} ms`);
        expect(await front.parts.context.ledger.verify()).toMatchObject({ ok: true });
      } finally {
        await front.close();
      }
    } finally {
      await office.close();
    }
  });
});
