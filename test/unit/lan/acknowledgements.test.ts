import { describe, expect, test } from 'vitest';
import { createAcknowledgements } from '../../../main/lan/acknowledgements.ts';

const desk = 'd'.repeat(32);
const upTo = (seq: number) => new Map([[desk, seq]]);
const event = (seq: number) => ({ origin: desk, seq, bytes: new Uint8Array([1]), signature: null });
const start = (held: number) => createAcknowledgements(upTo(held), 2);

describe('events that a peer sends although it knew that they are held', () => {
  test('are told in the first frames already, by what hello said', () => {
    expect(start(5).isReplay([event(6)])).toBe(false);
    expect(start(5).isReplay([event(5)])).toBe(true);
  });

  test('may have crossed with the telling: two frames are under way at most', () => {
    const acknowledgements = start(0);
    expect(acknowledgements.isReplay([event(1)])).toBe(false);
    acknowledgements.tell(upTo(1), 1);
    // Written before the first acknowledgement was read.
    expect(acknowledgements.isReplay([event(1)])).toBe(false);
    acknowledgements.tell(upTo(1), 2);
    expect(acknowledgements.isReplay([event(1)])).toBe(true);
  });

  test('are none when they come for the first time, however many frames there were', () => {
    const acknowledgements = start(0);
    for (let frame = 1; frame <= 50; frame += 1) {
      expect(acknowledgements.isReplay([event(frame)])).toBe(false);
      acknowledgements.tell(upTo(frame), frame);
    }
    expect(acknowledgements.told).toEqual(upTo(50));
  });

  test('are none when another peer brought them a moment ago', () => {
    const acknowledgements = start(0);
    acknowledgements.tell(upTo(7), 0);
    // It had sent this before it was told.
    expect(acknowledgements.isReplay([event(7)])).toBe(false);
  });

  test('are none when this station lost its ledger and said so', () => {
    const acknowledgements = start(9);
    for (let frame = 1; frame <= 3; frame += 1) {
      expect(acknowledgements.isReplay([event(9 + frame)])).toBe(false);
      acknowledgements.tell(upTo(9 + frame), frame);
    }
    acknowledgements.tell(upTo(0), 3);
    acknowledgements.tell(upTo(4), 3);
    expect(acknowledgements.isReplay([event(1)])).toBe(false);
    acknowledgements.tell(upTo(5), 4);
    expect(acknowledgements.isReplay([event(5)])).toBe(false);
    acknowledgements.tell(upTo(5), 5);
    expect(acknowledgements.isReplay([event(5)])).toBe(true);
  });
});
