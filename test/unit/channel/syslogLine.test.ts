import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { formatSyslog, frameSyslog } from '../../../main/channel/syslogLine.ts';
import { startTcpPeer } from '../../support/channel/smtpPeer.ts';
import { callForHelp, testCourier, usableChannel } from '../../support/channel/usableChannel.ts';

/** RFC 5424, section 6, for one structured element. */
const line = /^<(\d{1,3})>1 \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z [\x21-\x7e]{1,255} quietbell - [\x21-\x7e]{1,32} \[quietbell@32473((?: [a-z]+="(?:[^"\\\]]|\\["\\\]])*")*)\] (\uFEFF)?(.*)$/su;

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constantFrom('"', '\\', ']', 'a"] [evil x="1', 'two\nlines', '\u0000', '\uD800'));

describe('a line of syslog', () => {
  const closing: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });

  it('is one of RFC 5424 whatever people wrote into it, and nothing in it ends it early', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 7 }), (place, text, messageId, facility, severity) => {
        const made = formatSyslog({ facility, severity, at: 0, messageId, facts: { place, id: 'x' }, text });
        const [, priority, facts = '', mark, rest = ''] = line.exec(made) ?? [];
        expect(priority).toBe(String(facility * 8 + severity));
        expect([...facts.matchAll(/ ([a-z]+)="((?:[^"\\\]]|\\["\\\]])*)"/g)].map(([, name]) => name)).toEqual(['place', 'id']);
        expect(made).not.toMatch(/[\n\r\0]/);
        expect(mark === undefined).toBe(/^[\x20-\x7e]*$/.test(rest));
        const frame = Buffer.from(frameSyslog(made));
        expect(frame.toString('utf8')).toBe(`${Buffer.byteLength(made)} ${made}`);
      }),
    );
  });

  it('goes over plain TCP where that is set, and is no receipt before the receiver ends its half', async () => {
    let heard = '';
    let held = true;
    const server = await startTcpPeer((socket) => {
      socket.allowHalfOpen = held;
      socket.on('data', (part) => (heard += part.toString('utf8')));
    });
    closing.push(server.close);
    const courier = testCourier([usableChannel('log', { type: 'syslog', host: '127.0.0.1', port: server.port, tls: false })]);
    closing.unshift(courier.close);
    let ended = false;
    const first = courier.attempt('log', callForHelp, 1).then(() => (ended = true));
    await expect.poll(() => heard).toContain('Emergency at Reading room');
    expect(ended).toBe(false);
    held = false;
    expect(await courier.attempt('log', callForHelp, 2)).toEqual({ outcome: 'received', answer: 'Read to the end.' });
    await courier.close();
    await first;
  });
});
