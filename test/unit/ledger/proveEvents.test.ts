import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Draft } from '../../../main/core/event/catalogue.ts';
import { heldClock, makeTestStation, openTestLedger } from '../../support/ledger/testLedger.ts';

const station = makeTestStation('Front desk');
const incident = (n: number): string => `incident/019ad000-0000-7000-8000-00000000000${n}`;
const amended = (n: number, text: string): Draft => ({ kind: 'IncidentAmended', subject: incident(n), body: { text, station: 'Front desk', staff: null } });
const done: Draft = { kind: 'ActionTaken', subject: `station/${station.station.id}`, body: { action: 'other', about: 'not for everybody', station: 'Front desk', staff: null } };

describe('what it takes to check an event elsewhere', () => {
  let opened: ReturnType<typeof openTestLedger>;
  beforeAll(() => {
    opened = openTestLedger(station, [], heldClock());
    opened.ledger.append([amended(1, 'first'), amended(2, 'somebody else'), done, amended(3, 'the end')]);
    opened.ledger.append([amended(1, 'second')]);
  });
  afterAll(() => opened.close());

  it('is the event, and everything up to the signature that vouches for it', () => {
    const proven = opened.ledger.prove([incident(1)]);
    expect(proven.map(({ seq, part, signedBy, holds }) => [seq, part, signedBy, holds])).toEqual([
      [1, 'asked', 4, true],
      [2, 'between', 4, true],
      [3, 'between', 4, true],
      [4, 'between', 4, true],
      [5, 'asked', 5, true],
    ]);
    expect(proven.map(({ signature }) => signature !== null)).toEqual([false, false, false, true, true]);
  });

  it('opens what was asked for and nothing between; of an open one between only the hash goes along', () => {
    const proven = opened.ledger.prove([incident(1)]);
    expect(proven.map(({ key }) => key !== null)).toEqual([true, false, false, false, true]);
    expect(proven.map(({ bytes }) => bytes !== null)).toEqual([true, true, false, true, true]);
  });

  it('has no key of what was erased, and still holds', () => {
    opened.ledger.append([{ kind: 'SubjectErased', subject: incident(3), body: { reason: 'mistake', station: 'Front desk', staff: null } }]);
    const [erased, erasure] = opened.ledger.prove([incident(3)]);
    expect(erased).toMatchObject({ seq: 4, state: 'erased', key: null, holds: true });
    expect(erasure).toMatchObject({ kind: 'SubjectErased', state: 'read', holds: true });
  });
});
