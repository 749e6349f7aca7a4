import { describe, expect, test } from 'vitest';
import { alarmsForOthers, alarmsToAnswer, alarmsToFollowUp, closedSince, nextAnswer, ownAlarmIsOut } from '../../../../renderer/respond/alarmsToAnswer.ts';
import { acknowledgedBy, alarmOf, at, closedAlarmOf } from './alarmOf.ts';

const here = 'desk-1';
const idsToAnswer = (...alarms: Parameters<typeof alarmsToAnswer>[0]) => alarmsToAnswer(alarms, here).map(({ id }) => id);

describe('the calls that a station shows', () => {
  test('never its own, and none that is closed', () => {
    expect(idsToAnswer(alarmOf('own', { stationId: here }), closedAlarmOf('closed'), alarmOf('other'))).toEqual(['other']);
  });

  test('a real one stands before a drill, and a drill before a test, whatever their levels', () => {
    expect(idsToAnswer(alarmOf('test', { kind: 'test', level: 'emergency' }), alarmOf('drill', { kind: 'drill', level: 'emergency' }), alarmOf('real'))).toEqual(['real', 'drill', 'test']);
  });

  test('an emergency stands before a call for assistance that is older', () => {
    expect(idsToAnswer(alarmOf('assist'), alarmOf('emergency', { level: 'emergency', raisedAt: at(30) }))).toEqual(['emergency', 'assist']);
  });

  test('of two alike, the one that nobody answered stands first, then the older one', () => {
    const answered = alarmOf('answered', { acknowledgements: [acknowledgedBy('desk-3')] });
    expect(idsToAnswer(answered, alarmOf('newer', { raisedAt: at(20) }), alarmOf('older', { raisedAt: at(5) }))).toEqual(['older', 'newer', 'answered']);
  });
});

test('a station knows that a call of its own is out until that call is closed', () => {
  expect(ownAlarmIsOut([alarmOf('own', { stationId: here })], here)).toBe(true);
  expect(ownAlarmIsOut([closedAlarmOf('own', { stationId: here }), alarmOf('other')], here)).toBe(false);
});

test('a station says "I am coming", then "I am there", then how it ended, whatever other stations said', () => {
  const others = [acknowledgedBy('desk-3', at(40))];
  expect(nextAnswer(alarmOf('a', { acknowledgements: others }), here)).toBe('coming');
  expect(nextAnswer(alarmOf('a', { acknowledgements: [...others, acknowledgedBy(here)] }), here)).toBe('there');
  expect(nextAnswer(alarmOf('a', { acknowledgements: [...others, acknowledgedBy(here, at(50))] }), here)).toBe('close');
});

test('whoever saw a call is told of its end once, and nobody is told of one that was never shown here', () => {
  const alarms = [closedAlarmOf('seen'), closedAlarmOf('unseen'), closedAlarmOf('put-away'), alarmOf('open')];
  expect(closedSince(new Set(['seen', 'put-away', 'open']), alarms, new Set(['put-away'])).map(({ id }) => id)).toEqual(['seen']);
});

describe('what the plan asks of a station', () => {
  const notAsked = alarmOf('not-asked', { addressed: false });

  test('a call that the plan gave to others is listed, and takes no screen', () => {
    expect(idsToAnswer(notAsked, alarmOf('asked'))).toEqual(['asked']);
    expect(alarmsForOthers([notAsked, alarmOf('asked')], here).map(({ id }) => id)).toEqual(['not-asked']);
  });

  test('whoever answered a call goes on seeing it, although the plan asked others', () => {
    const answered = alarmOf('answered', { addressed: false, acknowledgements: [acknowledgedBy(here)] });
    expect(idsToAnswer(answered)).toEqual(['answered']);
    expect(alarmsForOthers([answered], here)).toEqual([]);
  });
});

describe('a call that was called off', () => {
  const calledOff = closedAlarmOf('called-off', { followUp: 'asked' });

  test('asks every other station to look in, until somebody did', () => {
    expect(alarmsToFollowUp([calledOff, closedAlarmOf('done', { followUp: 'done' }), closedAlarmOf('closed')], here)).toEqual([calledOff]);
    expect(alarmsToFollowUp([closedAlarmOf('own', { followUp: 'asked', stationId: here })], here)).toEqual([]);
  });

  test('cannot be put away like one that a colleague closed', () => {
    expect(closedSince(new Set(['called-off']), [calledOff], new Set())).toEqual([]);
  });
});
