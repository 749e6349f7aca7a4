import { afterEach, describe, expect, it } from 'vitest';
import { createChanges } from '../../../../main/station/changes.ts';
import { enrolmentOf } from '../../../../main/station/site/enrolment.ts';
import { createOffice } from '../../../../main/station/site/office.ts';
import { loadProcedures } from '../../../../main/station/procedure/procedureFiles.ts';
import { createProcedures } from '../../../../main/station/procedure/procedures.ts';
import { createRuns } from '../../../../main/station/procedure/runs.ts';
import { heldClock, makeTestStation, openTestLedger, silentLog, type TestLedger } from '../../../support/ledger/testLedger.ts';

const desk = makeTestStation('Desk 1');

describe('a walk through a procedure', () => {
  let open: TestLedger | undefined;
  afterEach(() => open?.close());

  it('goes on when its station is given another name', () => {
    const clock = heldClock();
    open = openTestLedger(desk, [], clock);
    let made = 0;
    const identity = { station: desk.station, signingKey: desk.signingKey, tlsKey: new Uint8Array(), authorityCertificate: new Uint8Array(), siteKey: new Uint8Array(32), authorityKey: null };
    const ids = { next: () => `00000000-0000-7000-8000-${(made += 1).toString().padStart(12, '0')}` };
    const context = { ledger: open.ledger, identity, clock, ids, log: silentLog, changes: createChanges(silentLog), ...loadProcedures('/nowhere') };
    open.ledger.append([enrolmentOf(desk.station)]);
    const runs = createRuns(context, createProcedures(context));
    expect(runs.start('get-help', null, null)).toMatchObject({ ok: true });
    expect(createOffice(context).rename('Lobby desk', 'Lobby', null)).toMatchObject({ ok: true });
    expect(runs.list()).toMatchObject([{ procedure: 'get-help', station: 'Desk 1' }]);
  });
});
