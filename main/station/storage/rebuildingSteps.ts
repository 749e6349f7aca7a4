import type { RebuildProgress } from '../../contract/station.ts';
import type { Ledger } from '../../ledger/ledger.ts';

/** Between two words of how far it is. Milliseconds. */
const interval = 200;

/** Makes all projections anew, or joins in where that is under way; ends with all of it done. It goes on when nobody listens any more. */
export async function* rebuildingSteps({ rebuild, rebuilding }: Pick<Ledger, 'rebuild' | 'rebuilding'>): AsyncGenerator<RebuildProgress, void> {
  const ended = rebuild();
  // Whoever listens hears of a failure below; after that nobody does.
  ended.catch(() => undefined);
  for (;;) {
    const progress = rebuilding();
    if (progress !== null) yield progress;
    let timer: NodeJS.Timeout | undefined;
    const subjects = await Promise.race([ended, new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), interval)))]);
    clearTimeout(timer);
    if (subjects === null) continue;
    yield { done: subjects, of: subjects };
    return;
  }
}
