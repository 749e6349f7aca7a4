import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { channelSettingsSchema } from '../../main/contract/channel.ts';
import { subjectOf } from '../../main/core/event/subject.ts';
import { decodeEvent } from '../../main/ledger/encoding.ts';
import { sha256, toHex } from '../../main/platform/primitives.ts';
import { createAuditTrail } from '../../main/station/channel/auditTrail.ts';
import { createChanges } from '../../main/station/changes.ts';
import { createTestAuthority } from '../support/channel/certificates.ts';
import { hasRsyslog, startRsyslog, type Rsyslog } from '../support/channel/rsyslog.ts';
import { callForHelp, drill, testCourier, usableChannel, type TestCourier } from '../support/channel/usableChannel.ts';
import { until } from '../support/lan/until.ts';
import { makeTestStation, openTestLedger, silentLog, type TestLedger } from '../support/ledger/testLedger.ts';
import { reportNotRun } from '../support/notRun.ts';

if (!hasRsyslog()) reportNotRun('syslog before rsyslog', 'the Debian packages rsyslog and rsyslog-gnutls are not installed');

const desk = makeTestStation('Desk 1');
const identity = { station: desk.station, signingKey: desk.signingKey, tlsKey: new Uint8Array(), authorityCertificate: new Uint8Array(), siteKey: new Uint8Array(32), authorityKey: null };

describe.runIf(hasRsyslog())('before rsyslog, over TLS', () => {
  let ca: string;
  let tls: { readonly cert: string; readonly key: string };
  let receiver: Rsyslog;
  const closing: (() => Promise<void> | void)[] = [];

  beforeAll(async () => {
    const authority = await createTestAuthority();
    ca = authority.ca;
    tls = await authority.issue();
  });
  beforeEach(async () => {
    receiver = await startRsyslog({ ca, ...tls });
  });
  afterEach(async () => {
    for (const close of closing.splice(0).toReversed()) await close();
    await receiver.remove();
  });
  const settings = () => ({ type: 'syslog' as const, host: '127.0.0.1', port: receiver.port, ca });

  describe('the syslog channel', () => {
    const open = (): TestCourier => {
      const courier = testCourier([usableChannel('log', settings(), {}, { safeForDrills: true })]);
      closing.push(courier.close);
      return courier;
    };

    it('writes an alarm as a line of RFC 5424 with its facts, and a drill as a drill', async () => {
      const courier = open();
      expect(await courier.attempt('log', { ...callForHelp, place: 'Room "2" [a\\b]', subject: 'Emergency at Café' }, 1)).toMatchObject({ outcome: 'received' });
      expect(await courier.attempt('log', drill, 1)).toMatchObject({ outcome: 'received' });
      await until('both lines are there', () => receiver.lines().length === 2);
      expect(receiver.lines()).toMatchObject([
        { facility: 'authpriv', severity: 'alert', at: expect.stringMatching(/^2026-11-24T/), program: 'quietbell', messageId: 'raised', facts: { kind: 'real', level: 'emergency', alarm: callForHelp.alarm, place: 'Room "2" [a\\b]', zone: '2' }, text: 'Emergency at Café' },
        { severity: 'info', facts: { kind: 'drill' }, text: 'DRILL: Emergency at Reading room, 2nd floor' },
      ]);
    });

    it('is checked by a connection, and a receiver that is gone is a fault', async () => {
      const courier = open();
      courier.supervise(new Set(['log']));
      await until('it is well', () => courier.states().get('log')?.state === 'ok');
      await receiver.kill();
      expect((await courier.attempt('log', callForHelp, 1)).outcome).toBe('failed');
      expect(courier.states().get('log')?.state).toBe('fault');
      expect(receiver.lines()).toEqual([]);
    });
  });

  describe('the audit trail', () => {
    let open: TestLedger;
    const channels = () => [{ id: 'log', settings: channelSettingsSchema.parse(settings()) }];
    const start = (): void => {
      const audit = createAuditTrail({ context: { ledger: open.ledger, identity, clock: { now: Date.now }, ids: { next: () => '' }, log: silentLog, changes: createChanges(silentLog), procedures: [] }, channels, random: () => 0 });
      audit.tick();
      closing.push(audit.stop);
    };
    const notice = (text: string): void => {
      expect(open.ledger.append([{ kind: 'NoticePosted', subject: subjectOf('board', 'site'), body: { id: '01900000-0000-7000-8000-000000000009', text, by: 'Ms Secretname' } }]).ok).toBe(true);
    };
    const numbers = (): readonly number[] => receiver.lines().map(({ facts }) => Number(facts['seq']));
    beforeEach(() => {
      open = openTestLedger(desk, []);
      closing.push(open.close);
    });

    it('has a line for every event of this station, from the first on, with its hash and without a word of anybody', async () => {
      notice('Before the channel was there');
      start();
      await until('the first came', () => numbers().length === 1);
      notice('Afterwards');
      await until('the second came', () => numbers().length === 2);
      const records = open.ledger.read(desk.station.id, 0, 1_000_000);
      expect(receiver.lines()).toMatchObject(
        records.map(({ bytes, seq }) => ({
          messageId: 'audit',
          severity: 'info',
          facts: { origin: desk.station.id, seq: String(seq), kind: 'NoticePosted', subject: 'board/site', hash: toHex(sha256(bytes)), time: new Date(decodeEvent(bytes)?.wall ?? 0).toISOString() },
        })),
      );
      expect(JSON.stringify(receiver.lines())).not.toMatch(/Secretname|Afterwards|Before the channel/);
    });

    it('goes on where it was after an outage and after a restart, and leaves no gap', async () => {
      start();
      notice('1');
      await until('the first came', () => numbers().includes(1));
      await receiver.kill();
      for (let count = 2; count <= 300; count += 1) notice(String(count));
      await receiver.start();
      await until('everything came', () => new Set(numbers()).size === 300, 20_000);
      for (const stop of closing.splice(1).toReversed()) await stop();
      notice('301');
      start();
      await until('the last came too', () => numbers().includes(301));
      expect(new Set(numbers())).toEqual(new Set(Array.from({ length: 301 }, (_, index) => index + 1)));
      expect(numbers().filter((seq) => seq === 300)).toHaveLength(1);
    });

    it('sends nothing of what other stations did', async () => {
      const other = makeTestStation('Desk 2');
      open.ledger.local.roster.add(other.station);
      const elsewhere = openTestLedger(other, [desk]);
      closing.push(elsewhere.close);
      elsewhere.ledger.append([{ kind: 'NoticeRemoved', subject: subjectOf('board', 'site'), body: { id: '01900000-0000-7000-8000-000000000009' } }]);
      expect(open.ledger.accept(elsewhere.ledger.read(other.station.id, 0, 1_000_000)).ok).toBe(true);
      start();
      notice('own');
      await until('the own one came', () => numbers().length === 1);
      expect(receiver.lines()[0]?.facts['origin']).toBe(desk.station.id);
    });
  });
});
