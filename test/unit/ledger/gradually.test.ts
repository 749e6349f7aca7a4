import { afterEach, describe, expect, it } from 'vitest';
import type { Draft } from '../../../main/core/event/catalogue.ts';
import { makeTestStation, openTestLedger, type TestLedger } from '../../support/ledger/testLedger.ts';

const desk = makeTestStation('Desk 1');
const office = makeTestStation('Back office');
const id = (n: number): string => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const run = (n: number): Draft => ({ kind: 'RunEnded', subject: `run/${id(n)}`, body: {} });

describe('events of others that come by the thousand', () => {
  const open: TestLedger[] = [];
  afterEach(() => {
    for (const ledger of open.splice(0)) ledger.close();
  });
  const twoLedgers = (): readonly [TestLedger, TestLedger] => {
    const both = [openTestLedger(office, [desk]), openTestLedger(desk, [office])] as const;
    open.push(...both);
    return both;
  };

  it('leave room between them for own alarms, and each commit of theirs stays whole', async () => {
    const [there, at] = twoLedgers();
    for (let n = 0; n < 300; n += 1) there.ledger.append([run(4 * n), run(4 * n + 1), run(4 * n + 2), run(4 * n + 3)]);
    const commits: number[] = [];
    let alarms = 0;
    at.ledger.onCommitted((records) => {
      if (records.every(({ origin }) => origin === office.station.id)) commits.push(records.length);
    });
    const accepted = at.ledger.acceptGradually(there.ledger.read(office.station.id, 0, 10_000_000));
    let over = false;
    void accepted.then(() => (over = true));
    while (!over) {
      at.ledger.appendUrgently([run(10_000 + alarms)], () => {});
      alarms += 1;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    expect(await accepted).toEqual({ ok: true, value: { accepted: 1200 } });
    expect(commits.length).toBeGreaterThan(3);
    expect(commits.filter((size) => size % 4 !== 0)).toEqual([]);
    expect(alarms).toBeGreaterThan(3);
    expect(await at.ledger.verify()).toMatchObject({ ok: true, events: 1200 + alarms });
  });

  it('are taken up to the one that does not hold, which is told', async () => {
    const [there, at] = twoLedgers();
    for (let n = 0; n < 40; n += 1) there.ledger.append([run(n)]);
    const records = there.ledger.read(office.station.id, 0, 10_000_000).map((record) => (record.seq === 30 ? { ...record, bytes: record.bytes.with(-1, 0x20) } : record));
    expect(await at.ledger.acceptGradually(records)).toMatchObject({ ok: false, error: { type: 'PeerNotTrusted' } });
    expect(at.ledger.have().get(office.station.id)).toBeGreaterThan(0);
    expect(at.ledger.have().get(office.station.id)).toBeLessThan(30);
  });

  it('of two peers at once are taken together, and each is told what was wrong with its own alone', async () => {
    const third = makeTestStation('Third desk');
    const ledgers = [openTestLedger(office, [desk, third]), openTestLedger(third, [desk, office]), openTestLedger(desk, [office, third])] as const;
    open.push(...ledgers);
    const [fromOffice, fromThird, at] = ledgers;
    for (let n = 0; n < 6; n += 1) {
      fromOffice.ledger.append([run(n)]);
      fromThird.ledger.append([run(100 + n)]);
    }
    const honest = fromOffice.ledger.read(office.station.id, 0, 10_000_000);
    const forged = fromThird.ledger.read(third.station.id, 0, 10_000_000).map((record) => (record.seq === 4 ? { ...record, bytes: record.bytes.with(-1, 0x20) } : record));
    const commits: number[] = [];
    at.ledger.onCommitted((records) => commits.push(records.length));
    const [one, other] = await Promise.all([at.ledger.acceptGradually(honest), at.ledger.acceptGradually(honest.slice(0, 3))]);
    expect([one, other]).toEqual([
      { ok: true, value: { accepted: 6 } },
      { ok: true, value: { accepted: 0 } },
    ]);
    expect(commits, 'in one transaction').toEqual([6]);
    for (let n = 6; n < 9; n += 1) fromOffice.ledger.append([run(n)]);
    const [more, lie] = await Promise.all([at.ledger.acceptGradually(fromOffice.ledger.read(office.station.id, 6, 10_000_000)), at.ledger.acceptGradually(forged)]);
    expect(more).toMatchObject({ ok: true });
    expect(lie).toMatchObject({ ok: false, error: { type: 'PeerNotTrusted' } });
    expect(at.ledger.have().get(office.station.id)).toBe(9);
    expect(at.ledger.have().get(third.station.id) ?? 0).toBeLessThan(4);
  });
});
