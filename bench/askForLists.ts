/** A screen that asks for the list of incidents again and again: `node askForLists.ts DATA MILLISECONDS`, until it is ended. A process of its own, so that reading the answers does not disturb the clock of the bench. */
import { connectControl } from '../main/control/connectControl.ts';

const [data = '', pause = ''] = process.argv.slice(2);
const door = await connectControl(data);
if (door === null) throw new Error(`No station runs for ${data}`);
for (;;) {
  await door.client.incident.list();
  process.send?.('listed');
  await new Promise((resolve) => setTimeout(resolve, Number(pause)));
}
