/** Runs discovery in whatever network it is started in and writes, as JSON lines, whom it finds: `node discoveryChild.ts STATION SITE HOST:PORT`. */
import { createDiscovery } from '../../../main/lan/discovery.ts';
import { parseAddress } from '../../../main/lan/address.ts';
import { silentLog } from '../ledger/testLedger.ts';

const [station = '', site = '', listening = ''] = process.argv.slice(2);
const address = parseAddress(listening);
if (address === null) throw new Error(`${listening} is no address`);
const discovery = createDiscovery({ station, site, listening: address, log: silentLog, askEvery: 1000, onChanged: () => console.log(JSON.stringify(Object.fromEntries(discovery.addresses()))) });
console.log('{}');
process.on('SIGTERM', () => void discovery.stop().then(() => process.exit(0)));
setInterval(() => undefined, 1 << 30);
