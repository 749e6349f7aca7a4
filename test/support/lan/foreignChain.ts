import type { EventRecord } from '../../../main/core/event/replica.ts';
import type { StationIdentity } from '../../../main/core/site/identity.ts';
import { encodeEvent, noPredecessor } from '../../../main/ledger/encoding.ts';
import { openSigningKey, sha256, signBytes } from '../../../main/platform/primitives.ts';

/** Events that a station wrote and signed, one commit each, without a ledger that would keep it from writing two of one number. */
export const writeChain = ({ station, signingKey }: Pick<StationIdentity, 'station' | 'signingKey'>, texts: readonly string[], before: readonly EventRecord[] = []): readonly EventRecord[] => {
  const records = [...before];
  for (const text of texts) {
    const last = records.at(-1);
    const seq = records.length + 1;
    const bytes = encodeEvent({
      origin: station.id,
      seq,
      wall: Date.now(),
      counter: 0,
      previous: last === undefined ? noPredecessor : sha256(last.bytes),
      kind: 'NoticePosted',
      subject: 'board/site',
      seal: 0,
      body: Buffer.from(JSON.stringify({ id: `00000000-0000-7000-8000-${String(seq).padStart(12, '0')}`, text, by: station.name })),
    });
    records.push({ origin: station.id, seq, bytes, signature: signBytes(openSigningKey(signingKey), sha256(bytes)) });
  }
  return records.slice(before.length);
};
