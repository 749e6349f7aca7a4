import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { judge } from '../../../support/dc09/protocol.ts';

/** What stands in the document for alarm-receiving centres is what a receiver of theirs would read. */
const document = readFileSync(new URL('../../../../docs/alarm-receiving-centre.md', import.meta.url), 'utf8');
const frames = [...document.matchAll(/```dc09\n([^`]+)```/g)].flatMap(([, block = '']) => block.trim().split('\n'));
const now = (): number => Date.UTC(2026, 10, 24, 14, 3, 27);

describe('each frame in the document for alarm-receiving centres', () => {
  test('there are some', () => {
    expect(frames.length).toBeGreaterThan(5);
  });

  test.each(frames.filter((frame) => !frame.includes('"NAK"')))('%s holds', (frame) => {
    const judged = judge(Buffer.from(`\n${frame}\r`, 'latin1'), { now, ...(frame.includes('"*') ? { key: Buffer.from('0123456789ABCDEF'.repeat(2), 'hex') } : {}) }, []);
    expect(judged).toMatchObject({ message: { account: '1234', line: '0' } });
  });

  test('the encrypted one says the same as the plain one', () => {
    const [plain = '', encrypted = ''] = ['"ADM-CID"', '"*ADM-CID"'].map((id) => frames.find((frame) => frame.includes(id)));
    const read = (frame: string, key?: Buffer) => judge(Buffer.from(`\n${frame}\r`, 'latin1'), key === undefined ? { now } : { now, key }, []);
    expect(read(encrypted, Buffer.from('0123456789ABCDEF'.repeat(2), 'hex'))).toMatchObject({ verdict: 'ack', message: { data: '#1234|1122 00 007' } });
    expect(read(plain)).toMatchObject({ verdict: 'ack', message: { data: '#1234|1122 00 007' } });
  });
});
