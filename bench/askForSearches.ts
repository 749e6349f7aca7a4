/** Somebody who searches again and again: `node askForSearches.ts DATA MILLISECONDS WORDS...`, until it is ended. A process of its own, as `askForLists.ts` is. */
import { connectControl } from '../main/control/connectControl.ts';

const [data = '', pause = '', ...words] = process.argv.slice(2);
const door = await connectControl(data);
if (door === null) throw new Error(`No station runs for ${data}`);
for (let count = 0; ; count += 1) {
  const began = performance.now();
  await door.client.records.page({ filters: { words: words[count % words.length] ?? '' }, order: 'best' });
  process.send?.('searched');
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, Number(pause) - (performance.now() - began))));
}
