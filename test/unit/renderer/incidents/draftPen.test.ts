import { describe, expect, it } from 'vitest';
import { emptyReport } from '../../../../main/core/incident/draftFromAlarm.ts';
import { hear, takeUp, write } from '../../../../renderer/incidents/draftPen.ts';

const begun = { ...emptyReport(), title: 'Raised voice' };

describe('a draft under two pens', () => {
  it('takes over what is typed into another window, and keeps what is typed here', () => {
    const here = write(takeUp(begun), { account: 'He shouted.' });
    const heard = hear(here, { ...begun, actions: 'I called Priya.' });
    expect(heard.report).toMatchObject({ account: 'He shouted.', actions: 'I called Priya.' });
    expect(heard.own).toEqual(['account']);
  });

  it('what is typed here leads until the station shows it, also where it is taken back meanwhile', () => {
    const typed = write(takeUp(begun), { title: 'Raised voices' });
    const takenBack = write(typed, { title: begun.title });
    expect(hear(takenBack, { ...begun, title: 'Raised voices' })).toEqual({ report: begun, own: ['title'] });
  });

  it('once the station shows it, it is open to the other window again', () => {
    const typed = write(takeUp(begun), { title: 'Raised voices' });
    const shown = hear(typed, typed.report);
    expect(shown.own).toEqual([]);
    expect(hear(shown, { ...begun, title: 'Raised voices, twice' }).report.title).toBe('Raised voices, twice');
  });

  it('rows are one part: somebody who was added is kept beside what is written elsewhere', () => {
    const here = write(takeUp(begun), { calls: [{ service: 'police', reference: '', at: '' }] });
    expect(hear(here, { ...begun, title: 'Threat' }).report).toMatchObject({ title: 'Threat', calls: [{ service: 'police' }] });
  });
});
