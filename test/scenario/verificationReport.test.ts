import { createHash, createPublicKey, verify } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { evidenceSchema, tracedEventSchema, verificationSchema } from '../../main/contract/index.ts';
import { answered, answers } from '../support/cliAnswers.ts';
import { quietbell } from '../support/stationProcess.ts';

const documentSchema = z.object({ evidence: evidenceSchema, verification: verificationSchema, incident: z.uuid().nullable(), events: z.array(tracedEventSchema) });

describe('the report of a check', () => {
  let folder = '';
  let data = '';
  let incident = '';
  const run = (...args: readonly string[]) => quietbell([...args, '--data', data]);
  const file = async (title: string): Promise<string> => answered(answers.file, await quietbell(['file', '-', '--json', '--data', data], { input: JSON.stringify({ title, account: 'He struck the counter.' }) })).id;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quietbell-report-'));
    data = join(folder, 'desk');
    await run('site', 'create', '--name', 'Elm Library', '--station', 'Desk 1');
    incident = await file('Raised voice');
    const gone = await file('Filed by mistake');
    await run('erase', gone, '--reason', 'mistake');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('names every event with its writer, its times and its hash, and whose signature vouches for it', async () => {
    const path = join(folder, 'check.json');
    expect((await run('verify', '--report', path)).code).toBe(0);
    const { evidence, verification, events } = documentSchema.parse(JSON.parse(await readFile(path, 'utf8')));
    expect(verification.ok).toBe(true);
    expect(events).toHaveLength(verification.events);
    expect(events.map(({ arrival }) => arrival)).toEqual(events.map((_event, index) => index + 1));
    expect(events.filter(({ state }) => state === 'erased').map(({ kind }) => kind)).toEqual(['IncidentFiled']);
    expect(events.every(({ body, learnedAt }) => body === null && learnedAt !== null)).toBe(true);

    // Held against what it names with nothing of ours.
    const chain = evidence.chains[0];
    if (chain?.head == null) throw new Error('the report has no chain');
    const key = createPublicKey({ key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(chain.signingKey, 'hex')]), format: 'der', type: 'spki' });
    expect(verify(null, Buffer.from(chain.head.hash, 'hex'), key, Buffer.from(chain.head.signature, 'hex'))).toBe(true);
    expect(createHash('sha256').update(Buffer.from(chain.signingKey, 'hex')).digest('hex').slice(0, 32)).toBe(chain.station);
    expect(events.at(-1)).toMatchObject({ seq: chain.events, hash: chain.head.hash, signedBy: chain.events });
  });

  it('of one record says in plain text what was written, and nothing of others', async () => {
    const path = join(folder, 'record.txt');
    const said = await run('verify', '--report', path, '--incident', incident);
    expect(said.stdout).toContain(`The report is in ${path}.`);
    const text = await readFile(path, 'utf8');
    for (const part of ['Check of the ledger of Elm Library', 'OUTCOME: everything holds.', 'IncidentFiled', 'Raised voice', 'He struck the counter.']) expect(text).toContain(part);
    for (const part of ['StaffAdded', 'TriggerBound', 'SubjectErased', 'Filed by mistake']) expect(text).not.toContain(part);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('is never written over another file unless that is asked for', async () => {
    const path = join(folder, 'twice.txt');
    expect((await run('verify', '--report', path)).code).toBe(0);
    expect(await run('verify', '--report', path)).toMatchObject({ code: 1, stderr: expect.stringContaining('is there already') });
    expect((await run('verify', '--report', path, '--force')).code).toBe(0);
  });

  it('is of one record only where a file is named, and of none that is not there', async () => {
    expect((await run('verify', '--incident', incident)).code).toBe(2);
    expect(await run('verify', '--report', join(folder, 'x.txt'), '--incident', '0190aaaa-0000-7000-8000-000000000009')).toMatchObject({ code: 1, stderr: expect.stringContaining('no record') });
  });
});
