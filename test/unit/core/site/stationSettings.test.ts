import { expect, test } from 'vitest';
import { stationSettingsChangeSchema } from '../../../../main/contract/index.ts';
import { eventBodies, type Event } from '../../../../main/core/event/catalogue.ts';
import { foldStation } from '../../../../main/core/site/foldStation.ts';

const subject = 'station/0123456789abcdef0123456789abcdef';
const stamp = (seq: number) => ({ origin: '0123456789abcdef0123456789abcdef', seq, wall: seq, counter: 0, subject });

test('changing one setting says nothing about the others', () => {
  expect(stationSettingsChangeSchema.parse({ colourScheme: 'dark' })).toEqual({ colourScheme: 'dark' });
  expect(stationSettingsChangeSchema.parse({})).toEqual({});
});

test('an office stays out of public view when somebody there changes the text size', () => {
  const change = (seq: number, body: unknown): Event => ({ ...stamp(seq), kind: 'StationSettingsChanged', body: eventBodies.StationSettingsChanged.parse(body) });
  const station = foldStation([
    { ...stamp(1), kind: 'StationEnrolled', body: { name: 'Office', place: 'First floor', signingKey: 'aa', certificate: 'bb' } },
    change(2, { publicView: false, cueSet: 'rule' }),
    change(3, { textSize: 'large' }),
  ]);
  expect(station?.settings).toEqual({ publicView: false, cueSet: 'rule', language: null, notesLanguage: null, turnNotes: true, colourScheme: 'light', textSize: 'large', aloneTimes: [], stuckAfter: 20 });
});
