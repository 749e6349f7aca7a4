import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { openOrThrow } from '../../../main/ledger/openDatabase.ts';
import { openFolder } from '../openFolder.ts';
import { works, type WorkName } from './works.ts';

const child = fileURLToPath(new URL('workChild.ts', import.meta.url));

/** So many milliseconds after so many rounds were done; after none: after it began to open the folder. */
export interface Moment {
  readonly rounds: number;
  readonly milliseconds: number;
}

/** One data folder in which one work is killed again and again. */
export interface Sufferer {
  /** Lets it work, kills it at the moment, opens the folder again and looks. Returns what is wrong. */
  readonly suffer: (moment: Moment) => Promise<readonly string[]>;
  /** How much was acknowledged so far. */
  readonly acknowledged: () => number;
  readonly close: () => void;
}

export const createSufferer = async (name: WorkName): Promise<Sufferer> => {
  const folder = mkdtempSync(join(tmpdir(), `quietbell-power-${name}-`));
  const acknowledged = new Set<string>();
  await works[name].prepare(folder);
  return {
    acknowledged: () => acknowledged.size,
    suffer: async (moment) => {
      for (const subject of await workUntilKilled(name, folder, moment)) acknowledged.add(subject);
      return [...(await works[name].check(folder)), ...(await lookInto(folder, acknowledged))].map((problem) => `${name}, killed ${moment.milliseconds.toFixed(1)} ms after ${moment.rounds} rounds: ${problem}`);
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
};

/** The power is not cut: what the system has in its own memory is written all the same. What a process leaves half done is what is tested here. */
const workUntilKilled = (name: WorkName, folder: string, { rounds, milliseconds }: Moment): Promise<readonly string[]> =>
  new Promise((resolve, reject) => {
    const working = spawn(process.execPath, [child, name, folder], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'quietbell-test-compiled') } });
    const kill = (): void => void working.kill('SIGKILL');
    let said = '';
    let complained = '';
    let isCounted = false;
    working.stderr.setEncoding('utf8').on('data', (text: string) => (complained += text));
    working.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (isCounted || said.split(rounds === 0 ? 'begun\n' : 'round\n').length <= Math.max(rounds, 1)) return;
      isCounted = true;
      setTimeout(kill, milliseconds);
    });
    working.on('close', (code) => {
      // Its last line may be cut.
      if (code === null) resolve(said.split('\n').slice(0, -1).flatMap((line) => (line.startsWith('acknowledged ') ? [line.slice('acknowledged '.length)] : [])));
      else reject(new Error(`The work "${name}" ended by itself (${code}): ${complained}`));
    });
  });

const rows = z.array(z.array(z.unknown()));

const lookInto = async (folder: string, acknowledged: ReadonlySet<string>): Promise<readonly string[]> => {
  const problems: string[] = [];
  const { ledger, ledgerFile, key, close } = openFolder(folder, false);
  const projections = (): string => {
    const database = openOrThrow(ledgerFile, key);
    const held = JSON.stringify(rows.parse(database.prepare('SELECT subject, type, open, sort, link, state FROM projection ORDER BY subject').raw().all()));
    database.close();
    return held;
  };
  if (ledger.condition().replacement !== null) problems.push('the ledger was begun anew');
  if (!ledger.flush()) problems.push('something waits in the journal and cannot be committed');
  const { ok, problems: found } = await ledger.verify();
  if (!ok) problems.push(`it does not verify: ${JSON.stringify(found.slice(0, 3))}`);
  const lost = [...acknowledged].filter((subject) => ledger.eventsOf(subject).length === 0);
  if (lost.length > 0) problems.push(`${lost.length} acknowledged writes are gone, ${lost[0] ?? ''} the first`);
  const before = projections();
  await ledger.rebuild();
  if (projections() !== before) problems.push('what is shown is not what the events say');
  await close();
  const database = openOrThrow(ledgerFile, key);
  const whole = database.pragma('integrity_check', { simple: true });
  database.close();
  return whole === 'ok' ? problems : [...problems, `SQLite says: ${String(whole)}`];
};
