import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { done, failed, type Result } from '../../../../main/contract/problem.ts';
import { authorityFindings, certificateFindings } from '../../../../main/core/fault/paperFindings.ts';
import type { StationIdentity } from '../../../../main/core/site/identity.ts';
import { openAuthorityCopy } from '../../../../main/lan/authorityCopy.ts';
import { createAuthority, issueStationCertificate, makeTlsKey, type Authority } from '../../../../main/lan/authority.ts';
import { expiryOf } from '../../../../main/lan/certificate.ts';
import type { Ledger } from '../../../../main/ledger/ledger.ts';
import { createAuthorityHolding, type Authority as Holding } from '../../../../main/station/site/authority.ts';
import { createChanges } from '../../../../main/station/changes.ts';
import type { StationContext } from '../../../../main/station/context.ts';
import { enrolmentOf } from '../../../../main/station/site/enrolment.ts';
import { createPapers, type StationPapers } from '../../../../main/station/site/papers.ts';
import { makeIdentity } from '../../../support/lan/memorySite.ts';
import { heldClock, openTestLedger, silentLog } from '../../../support/ledger/testLedger.ts';

const day = 24 * 3_600_000;

/** A station whose power can fail at any moment: what is on its disk is its ledger and its papers. */
const createDesk = (first: StationIdentity, handOver: (from: Holding, station: string, number: number) => ReturnType<Holding['move']>) => {
  const disk = openTestLedger(first, identities, clock);
  disk.ledger.append([enrolmentOf(first.station)]);
  let kept = first;
  let failing: 'nothing' | 'disk' | 'ledger' = 'nothing';
  const begin = (): { readonly papers: StationPapers; readonly holding: Holding } => {
    const append: Ledger['append'] = (drafts) => (failing === 'ledger' ? failed('LedgerUnwritable', 'full', 'free some') : disk.ledger.append(drafts));
    const context: StationContext = { ledger: { ...disk.ledger, append }, identity: kept, clock, ids: { next: () => 'unused' }, log: silentLog, changes: createChanges(silentLog), procedures: [] };
    const papers = createPapers(context, (changed) => {
      if (failing === 'disk') throw new Error('ENOSPC');
      kept = changed;
    });
    const holding: Holding = createAuthorityHolding({ context, papers, handOver: (station, number) => handOver(holding, station, number) });
    return { papers, holding };
  };
  let running = begin();
  const end = (): void => {
    running.holding.stop();
    running.papers.stop();
  };
  return {
    id: first.station.id,
    ledger: disk.ledger,
    holding: () => running.holding,
    papers: () => running.papers,
    hasKey: () => kept.authorityKey !== null,
    isHolder: () => running.holding.key() !== null,
    fail: (what: typeof failing) => void (failing = what),
    restart: () => {
      end();
      running = begin();
    },
    close: () => {
      end();
      disk.close();
    },
  };
};

type Desk = ReturnType<typeof createDesk>;

let authority: Authority;
let identities: readonly StationIdentity[] = [];
let desks: readonly Desk[] = [];
/** What the wire does with the key on its way. */
let wire: 'whole' | 'cut' | 'answer lost' = 'whole';
const clock = heldClock(Date.now());

const at = (index: number): Desk => {
  const desk = desks[index];
  if (desk === undefined) throw new Error('The site has no such desk');
  return desk;
};
/** Brings events from one desk to another, and lets what they set off happen. */
const replicate = async (from: Desk, to: Desk): Promise<void> => {
  for (const [origin, held] of from.ledger.have()) {
    for (let seq = to.ledger.have().get(origin) ?? 0; seq < held; seq = to.ledger.have().get(origin) ?? held) to.ledger.accept(from.ledger.read(origin, seq, 100_000));
  }
  await Promise.resolve();
};
const notConnected = failed('StationNotConnected', 'no answer', 'try again');
const handOver = async (from: Holding, station: string, number: number): Promise<Result<void>> => {
  const key = from.key();
  const to = desks.find(({ id }) => id === station);
  if (wire === 'cut' || key === null || to === undefined) return notConnected;
  const taken = to.holding().take(key, number);
  if (wire === 'answer lost') return notConnected;
  if (taken.ok) await replicate(to, at(0));
  return taken;
};

beforeAll(async () => {
  authority = await createAuthority();
  identities = await Promise.all(['Front', 'Office', 'Laptop'].map((name, index) => makeIdentity(authority, name, index === 0)));
});
beforeEach(async () => {
  wire = 'whole';
  desks = identities.map((identity) => createDesk(identity, handOver));
  for (const from of desks) for (const to of desks) await replicate(from, to);
});
afterEach(() => {
  for (const desk of desks) desk.close();
});

describe('the authority, moved to another station', () => {
  test('is there and nowhere else, and can be moved on and back', async () => {
    expect(await at(0).holding().move('office')).toEqual(done(undefined));
    expect(desks.map((desk) => [desk.hasKey(), desk.isHolder()])).toEqual([[false, false], [true, true], [false, false]]);
    expect(await at(0).holding().move('Laptop')).toMatchObject({ ok: false, error: { type: 'AuthorityElsewhere', remedy: expect.stringContaining('Office') } });
    expect(at(1).holding().take(authority.key, 1)).toMatchObject({ ok: false, error: { type: 'AuthorityElsewhere' } });
  });

  test('stays where it is when the other station cannot be reached, or its disk takes nothing', async () => {
    wire = 'cut';
    expect(await at(0).holding().move('Office')).toMatchObject({ ok: false, error: { type: 'StationNotConnected' } });
    wire = 'whole';
    at(1).fail('disk');
    await expect(at(0).holding().move('Office')).rejects.toThrow('ENOSPC');
    expect(desks.map((desk) => desk.hasKey())).toEqual([true, false, false]);
    expect(at(0).isHolder()).toBe(true);
  });

  test('is at both, of which the old one counts, after a crash between keeping the key and writing that down; the new one says so and finishes by itself', async () => {
    at(1).fail('ledger');
    expect(await at(0).holding().move('Office')).toMatchObject({ ok: false, error: { type: 'LedgerUnwritable' } });
    expect(desks.map((desk) => [desk.hasKey(), desk.isHolder()])).toEqual([[true, true], [true, false], [false, false]]);
    expect(at(1).holding().unfinished()).toBe(true);
    expect(authorityFindings(at(1).holding().unfinished())).toMatchObject([{ kind: 'configuration', disarms: false }]);

    at(1).fail('nothing');
    at(1).restart();
    expect([at(1).isHolder(), at(1).holding().unfinished()]).toEqual([true, false]);
    await replicate(at(1), at(0));
    expect([at(0).hasKey(), at(0).isHolder()]).toEqual([false, false]);
  });

  test('is at both until the old one hears of it, also from a third station', async () => {
    wire = 'answer lost';
    expect(await at(0).holding().move('Office')).toMatchObject({ ok: false, error: { type: 'StationNotConnected' } });
    expect(desks.map((desk) => desk.isHolder())).toEqual([true, true, false]);
    await replicate(at(1), at(2));
    await replicate(at(2), at(0));
    expect(desks.map((desk) => desk.hasKey())).toEqual([false, true, false]);
  });

  test('is forgotten by the old one when it starts, if it ended, or could not write, in that moment', async () => {
    at(0).fail('disk');
    await at(0).holding().move('Office');
    expect(desks.map((desk) => [desk.hasKey(), desk.isHolder()])).toEqual([[true, false], [true, true], [false, false]]);
    at(0).fail('nothing');
    at(0).restart();
    expect(at(0).hasKey()).toBe(false);
  });

  test('given away twice by a holder that heard of neither is in the end at one station only, the same for all', async () => {
    wire = 'answer lost';
    await at(0).holding().move('Office');
    await at(0).holding().move('Laptop');
    expect(desks.map((desk) => desk.isHolder())).toEqual([true, true, true]);
    for (const from of desks) for (const to of desks) await replicate(from, to);
    const [winner] = [at(1), at(2)].toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(desks.filter((desk) => desk.hasKey())).toEqual([winner]);
    expect(winner?.isHolder()).toBe(true);
  });

  test('is no station’s only because that one says so: the authority has to have signed it', async () => {
    at(2).ledger.append([{ kind: 'AuthorityMoved', subject: `station/${at(2).id}`, body: { number: 7, signature: '00'.repeat(64), station: 'Laptop', staff: null } }]);
    await replicate(at(2), at(0));
    expect([at(0).isHolder(), at(0).hasKey()]).toEqual([true, true]);
  });
});

describe('the authority on paper', () => {
  test('is brought back with the passphrase at any station, and found out when mistyped, of another site, or under another passphrase', async () => {
    const copied = await at(0).holding().exportCopy('seven grey herons');
    if (!copied.ok) throw new Error(copied.error.message);
    const page = copied.value;
    expect(page).not.toContain(Buffer.from(authority.key).toString('hex'));
    const mistyped = page.replace(/(?<=BEGIN QUIETBELL AUTHORITY-----\n)./, (first) => (first === '0' ? '1' : '0'));
    expect(await at(2).holding().importCopy(mistyped, 'seven grey herons', null)).toMatchObject({ ok: false, error: { type: 'CodeMalformed' } });
    expect(await at(2).holding().importCopy('nothing of the kind', 'seven grey herons', null)).toMatchObject({ ok: false, error: { type: 'CodeMalformed' } });
    expect(await at(2).holding().importCopy(page, 'seven grey geese', null)).toMatchObject({ ok: false, error: { type: 'KeyWrong' } });
    const elsewhere = await createAuthority();
    expect(await openAuthorityCopy(page, 'seven grey herons', elsewhere.certificate)).toMatchObject({ ok: false, error: { type: 'KeyWrong' } });

    expect(await at(2).holding().importCopy(page, 'seven grey herons', null)).toEqual(done(undefined));
    expect(at(2).isHolder()).toBe(true);
    expect(await at(1).holding().exportCopy('seven grey herons')).toMatchObject({ ok: false, error: { type: 'AuthorityElsewhere' } });
    await replicate(at(2), at(0));
    expect(desks.map((desk) => desk.hasKey())).toEqual([false, false, true]);
  });
});

describe('a renewed certificate', () => {
  const renewed = async (identity: StationIdentity) => {
    const { tlsKey, request } = await makeTlsKey();
    const issued = await issueStationCertificate(authority, { stationId: identity.station.id, request }, clock.now() + 200 * day);
    if (!issued.ok) throw new Error(issued.error.message);
    return { tlsKey, certificate: issued.value };
  };
  const onRoster = (desk: Desk, station: Desk): number => expiryOf(desk.ledger.local.roster.list().find(({ id }) => id === station.id)?.certificate ?? new Uint8Array());

  test('comes onto every roster, and only if it is the authority’s', async () => {
    const office = at(1);
    const pair = await renewed(office.papers().identity());
    office.papers().keepRenewed(pair);
    expect(office.papers().expires()).toBe(expiryOf(pair.certificate));
    await replicate(office, at(2));
    expect([onRoster(office, office), onRoster(at(2), office)]).toEqual([expiryOf(pair.certificate), expiryOf(pair.certificate)]);
    at(2).ledger.append([{ kind: 'CertificateRenewed', subject: `station/${office.id}`, body: { certificate: '3000' } }]);
    expect(onRoster(at(2), office)).toBe(expiryOf(pair.certificate));
  });

  test('of which the ledger could not take note is told to the site later, also after the station was started again', async () => {
    const office = at(1);
    const pair = await renewed(office.papers().identity());
    office.fail('ledger');
    office.papers().keepRenewed(pair);
    await replicate(office, at(2));
    expect(onRoster(at(2), office)).toBeLessThan(expiryOf(pair.certificate));
    office.fail('nothing');
    office.restart();
    office.papers().tick();
    await replicate(office, at(2));
    expect(onRoster(at(2), office)).toBe(expiryOf(pair.certificate));
  });

  test('that cannot be kept changes nothing', async () => {
    const office = at(1);
    const pair = await renewed(office.papers().identity());
    const before = office.papers().identity();
    office.fail('disk');
    expect(() => office.papers().keepRenewed(pair)).toThrow('ENOSPC');
    expect(office.papers().identity()).toBe(before);
  });

  test('that does not come is a fault in the last 30 days, and keeps no station from calling', () => {
    expect(certificateFindings(0, 31 * day)).toEqual([]);
    expect(certificateFindings(0, 29 * day)).toMatchObject([{ kind: 'network', disarms: false, message: expect.stringContaining('ends on 1970-01-30') }]);
    expect(certificateFindings(31 * day, 29 * day)).toMatchObject([{ message: expect.stringContaining('ended on 1970-01-30') }]);
  });
});
