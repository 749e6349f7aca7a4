/** A station with a true certificate of the site that says what is not so of its records, or of those of others: nobody believes it, and nobody loses anything. */
import { describe, expect } from 'vitest';
import { mostUnderWay } from '../../main/lan/replication.ts';
import { connected, events, faultsOf, test } from '../support/lan/attackedSite.ts';
import { writeChain } from '../support/lan/foreignChain.ts';
import { politeHello } from '../support/lan/foreignPeer.ts';
import { until } from '../support/lan/until.ts';

describe('a station of the site that', () => {
  test('numbers its records otherwise than it signed them has its records left aside, and its calls heard', async ({ site: { office, newLaptop, meet, expectFaultAbout, expectNothingLost } }) => {
    const laptop = await newLaptop();
    const far = await meet(laptop);
    const [first, second] = writeChain(laptop, ['first', 'second']);
    if (first === undefined || second === undefined) throw new Error('two');
    far.say(events({ ...first, seq: 2 }, { ...second, seq: 1 }));
    await expectFaultAbout(laptop, /not signed as they stand/);
    expect(office.parts.context.ledger.have().get(laptop.station.id) ?? 0).toBe(0);
    expect(connected(office, laptop.station)).toBe(true);
    await expectNothingLost();
  });

  test('sends records of a colleague that it changed has them left aside', async ({ site: { office, front, newLaptop, meet, expectFaultAbout, expectNothingLost } }) => {
    const laptop = await newLaptop();
    const far = await meet(laptop);
    const held = front.parts.context.ledger.have().get(front.id) ?? 0;
    const [forged] = writeChain({ station: { ...laptop.station, id: front.id }, signingKey: laptop.signingKey }, ['never written'], Array.from({ length: held }, () => ({ origin: front.id, seq: 1, bytes: new Uint8Array(1), signature: null })));
    if (forged === undefined) throw new Error('one');
    far.say(events(forged));
    await expectFaultAbout(laptop, /not signed as they stand/);
    expect(faultsOf(office, 'Front desk')).toEqual([]);
    await expectNothingLost();
  });

  test('says that it holds records which it never sends is told of, and nothing waits for it', async ({ site: { office, front, newLaptop, meet, keepAlive, expectFaultAbout, expectNothingLost } }) => {
    const laptop = await newLaptop();
    const far = await meet(laptop, politeHello(laptop, { have: new Map([[laptop.station.id, 1_000_000], [office.id, 9_999_999]]) }));
    keepAlive(far);
    await expectFaultAbout(laptop, /holds records which it does not send/);
    await expectNothingLost();
    const held = office.parts.context.ledger.have().get(office.id);
    expect(front.parts.context.ledger.have().get(office.id)).toBe(held);
  });

  test('sends old records again has its records left aside', async ({ site: { office, newLaptop, meet, keepAlive, expectFaultAbout, expectNothingLost } }) => {
    const laptop = await newLaptop();
    const far = await meet(laptop);
    keepAlive(far);
    const chain = writeChain(laptop, ['once', 'and for all']);
    for (let time = 1; time <= mostUnderWay + 1; time += 1) {
      far.say(events(...chain));
      if (time <= mostUnderWay) await until('it is acknowledged', () => far.heard('have').some(({ received }) => received >= time));
    }
    await expectFaultAbout(laptop, /sent old records again/);
    expect(office.parts.context.ledger.have().get(laptop.station.id)).toBe(2);
    await expectNothingLost();
  });

  test('signs two different records of one number is told of, and whoever only carries them is not', async ({ site: { office, front, newLaptop, expectFaultAbout, expectNothingLost } }) => {
    const laptop = await newLaptop();
    const common = writeChain(laptop, ['once']);
    const told = writeChain(laptop, ['told to the office'], common);
    const other = writeChain(laptop, ['told to the front desk', 'and more'], common);
    for (const record of [...common, ...told]) office.parts.context.ledger.accept([record]);
    // It reaches the office by the hands of the front desk alone.
    for (const record of [...common, ...other]) front.parts.context.ledger.accept([record]);
    await expectFaultAbout(laptop, /signed two different records under one number/);
    await until('the front desk is brought what the office has', () => front.parts.context.ledger.have().get(office.id) === office.parts.context.ledger.have().get(office.id));
    await expectNothingLost();
    expect([...faultsOf(office, 'Front desk'), ...faultsOf(front, 'Back office')]).toEqual([]);
    expect(await office.parts.context.ledger.verify()).toMatchObject({ ok: true });
  });

  test('takes nothing of what is sent to it is told of, and catches up from where it was', async ({ site: { newLaptop, meet, keepAlive, expectFaultAbout, expectNothingLost } }) => {
    const laptop = await newLaptop();
    const far = await meet(laptop);
    keepAlive(far);
    await until('it is sent events', () => far.heard('events').length > 0);
    await expectFaultAbout(laptop, /takes nothing of what is sent to it/);
    await expectNothingLost();
    expect(far.heard('events').length).toBe(mostUnderWay);
    far.link.terminate();
    const again = await meet(laptop);
    await until('it is offered the same once more', () => again.heard('events').length > 0);
    expect(again.heard('events')[0]?.records[0]?.seq).toBe(1);
  });
});

test('and in the end every chain that is held verifies', async ({ site: { office, front } }) => {
  for (const { parts } of [office, front]) expect(await parts.context.ledger.verify()).toMatchObject({ ok: true });
});
