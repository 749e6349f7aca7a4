import { randomUUID } from 'node:crypto';
import { createNoDevices } from '../../native/noDevices.ts';
import { createNoRelays } from '../../native/noRelays.ts';
import { incidentFileSchema } from '../../main/contract/index.ts';
import { createStation } from '../../main/station/createStation.ts';
import { silentLog } from './ledger/testLedger.ts';

/** Files so many records of some 18 KB into a station that does not run. */
export const fileMany = async (dataFolder: string, count: number): Promise<void> => {
  const created = await createStation({ dataFolder, databaseKey: null, listen: null, live: false, devices: createNoDevices(), relays: createNoRelays(), log: silentLog });
  if (!created.ok) throw new Error(created.error.message);
  const client = created.value.client('command');
  for (let number = 1; number <= count; number += 1) {
    const account = Array.from({ length: 700 }, (_, word) => `observation${(number * 7919 + word * 104729) % 50_000}`).join(' ');
    await client.incident.file(incidentFileSchema.parse({ id: randomUUID(), title: `Record ${number}`, account }));
  }
  await created.value.close();
};
