import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createTerminal } from '../../../main/cli/terminal.ts';

const collector = (isTTY?: boolean) => {
  let text = '';
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      text += String(chunk);
      done();
    },
  });
  return { stream: isTTY === undefined ? stream : Object.assign(stream, { isTTY }), text: () => text };
};

const say = (argv: readonly string[], isTTY?: boolean) => {
  const [out, err] = [collector(), collector(isTTY)];
  const terminal = createTerminal(argv, out.stream, err.stream);
  terminal.meter('1 of 9');
  terminal.meter('9 of 9');
  terminal.answer({ subjects: 9 }, 'Nine.');
  return { out: out.text(), err: err.text() };
};

describe('how far long work is', () => {
  it('stands in one line of a terminal, which is written over and gone before the answer', () => {
    expect(say(['rebuild'], true)).toEqual({ out: 'Nine.\n', err: '\r1 of 9\u001b[K\r9 of 9\u001b[K\r\u001b[K' });
  });

  it('is left out where nobody sees a terminal, and with --json', () => {
    expect(say(['rebuild'])).toEqual({ out: 'Nine.\n', err: '' });
    expect(say(['rebuild', '--json'], true)).toEqual({ out: '{"subjects":9}\n', err: '' });
  });
});
