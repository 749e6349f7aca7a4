/** A process of its own that holds the write lock of a ledger: `node holdLock.ts FILE KEYFILE MILLISECONDS`. Says `held` when it does. */
import { readFileSync } from 'node:fs';
import { fromHex } from '../../../main/platform/primitives.ts';
import { openOrThrow } from '../../../main/ledger/openDatabase.ts';

const [file = '', keyFile = '', milliseconds = ''] = process.argv.slice(2);
const database = openOrThrow(file, fromHex(readFileSync(keyFile, 'utf8').trim()));
database.pragma('busy_timeout = 10000');
database.exec('BEGIN EXCLUSIVE');
process.stdout.write('held\n');
setTimeout(() => {
  database.exec('ROLLBACK');
  database.close();
}, Number(milliseconds));
