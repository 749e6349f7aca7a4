import type { RecordPage, StationClient } from '../contract/index.ts';

/** The list of all filed records, the newest first, page after page. */
export async function* recordPages(client: StationClient): AsyncGenerator<RecordPage> {
  let page = await client.records.page({});
  yield page;
  while (page.next !== null) yield (page = await client.records.page({ after: page.next }));
}
