import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../../main/cli/runCommandLine.ts';
import { createTerminal } from '../../../main/cli/terminal.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quietbell-use-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const collector = (): { readonly stream: Writable; readonly text: () => string } => {
  let text = '';
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      text += String(chunk);
      done();
    },
  });
  return { stream, text: () => text };
};

const type = async (...argv: string[]): Promise<{ readonly code: number; readonly out: string; readonly err: string }> => {
  const [out, err] = [collector(), collector()];
  const code = await runCommandLine(argv, createTerminal(argv, out.stream, err.stream));
  return { code, out: out.text(), err: err.text() };
};

describe('wrong use of the command', () => {
  it.each([
    ['no command', [], 'A command is missing.'],
    ['an unknown command', ['frobnicate'], "Unknown command 'frobnicate'."],
    ['an unknown command of a group', ['site', 'destroy'], "Unknown command 'destroy'."],
    ['a mistyped command', ['alarm'], 'Did you mean alarms?'],
    ['an unknown option', ['status', '--fast'], "Unknown option '--fast'."],
    ['a missing argument', ['ack'], "Missing required argument 'alarm'."],
    ['one argument too many', ['alarms', 'all'], "Too many arguments for 'alarms'"],
    ['a missing option', ['site', 'create', '--name', 'Library'], "Required option '--station <name>' not specified."],
    ['an option without its value', ['invite', '--hours'], "Option '--hours <hours>' argument missing."],
    ['hours that are none', ['invite', '--hours', 'many'], '--hours must be a number of hours.'],
    ['too many hours', ['invite', '--hours', '721'], '--hours must be 1 to 720.'],
    ['an unknown level', ['press', '--level', 'loud'], '--level must be assist or emergency.'],
    ['an id that is none', ['ack', 'first'], 'Alarm must be the id of an alarm'],
    ['an unknown reason', ['close', '019ab000-0000-7000-8000-000000000001', '--reason', 'tired'], '--reason must be resolved, false-alarm or drill.'],
    ['an unknown host', ['run', '--host', 'phone'], '--host must be electron, browser or none.'],
    ['an address without a port', ['run', '--listen', 'localhost'], '--listen must be written HOST:PORT'],
    ['a port that is none', ['run', '--listen', '127.0.0.1:65536'], '--listen has a port above 65535.'],
    ['a short PIN', ['staff', 'add', '--name', 'Kim', '--role', 'desk', '--pin', '12'], '--pin: A PIN has 4 to 12 digits.'],
    ['an unknown role', ['staff', 'add', '--name', 'Kim', '--role', 'boss', '--pin', '1234'], '--role must be desk, responder, supervisor, administrator or auditor.'],
    ['an administrator without a PIN', ['site', 'create', '--name', 'L', '--station', 'D', '--admin', 'Kim'], '--admin must come together with --pin.'],
    ['a blank name', ['site', 'create', '--name', ' ', '--station', 'D'], '--name: Please fill this in.'],
    ['a key that no keyboard has', ['bind', '--key', 'F25'], '--key must name a key, like F13, Pause or Ctrl+Alt+K.'],
    ['an unknown gesture', ['bind', '--gesture', 'tap'], '--gesture must be press, double-press, hold, hold:SECONDS (0.5 to 10) or together.'],
    ['a purpose that is none', ['bind', '--purpose', 'party'], '--purpose must be assist, emergency, acknowledge, checklist, blank or check-in.'],
    ['a level beside a purpose', ['bind', '--purpose', 'blank', '--level', 'assist'], '--level must not stand beside --purpose'],
    ['two gestures at once', ['bind', '--gesture', 'hold', '--together'], "Option '--together' cannot be used with option '--gesture <gesture>'."],
    ['a secret on the command line', ['channel', 'save', 'mail.yaml', '--secret', 'password=hunter2'], '--secret must be NAME=env:VARIABLE, NAME=file:PATH or NAME=- (standard input)'],
    ['a secret that no channel has', ['channel', 'save', 'mail.yaml', '--secret', 'pin=env:PIN'], 'with NAME one of password, signingKey'],
    ['a channel that cannot be named so', ['channel', 'test', 'My Mail'], 'Id: Use lower-case letters, digits and hyphens.'],
    ['neither alone nor not', ['alone', 'maybe'], 'State must be on or off.'],
    ['backups that go nowhere', ['backup', 'schedule', '--at', '02:00'], '--folder must be given, or else --off.'],
    ['a time of day that is none', ['backup', 'schedule', '--folder', 'drive', '--at', '25:00'], '--at must be a time of day, 00:00 to 23:59.'],
    ['no hours between backups', ['backup', 'schedule', '--folder', 'drive', '--every', '0'], '--every must be 1 to 168 hours.'],
    ['too few numbers of what is kept', ['backup', 'schedule', '--folder', 'drive', '--keep', '7,4'], '--keep must be three numbers: days, weeks, months.'],
    ['two ways to restore at once', ['restore', 'one.backup', '--events-only', '--others-are-gone'], "Option '--events-only' cannot be used with option '--others-are-gone'."],
    ['two triggers at once', ['bind', '--key', 'F13', '--spot'], "Option '--key <key>' cannot be used with option '--spot'."],
  ])('is told apart from a failure and says what to do: %s', async (_what, argv, message) => {
    const data = join(folder, 'none');
    const { code, out, err } = await type(...argv, '--data', data);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(message);
    expect(err).toContain('quietbell --help');
    expect(await readdir(folder)).toEqual([]);
  });

  it('is one JSON document on standard error with --json, wherever that stands', async () => {
    for (const argv of [['--json', 'frobnicate'], ['frobnicate', '--json']]) {
      const { code, out, err } = await type(...argv);
      expect(code).toBe(2);
      expect(out).toBe('');
      expect(JSON.parse(err)).toEqual({ error: { type: 'InputInvalid', message: "Unknown command 'frobnicate'.", remedy: expect.any(String) } });
    }
  });
});

describe('a command for which there is no station', () => {
  it.each([[['press']], [['ack', '019ab000-0000-7000-8000-000000000001']], [['invite']], [['devices']], [['bind']], [['open']]])('that has to run says how to start it: %j', async (argv) => {
    const data = join(folder, 'none');
    const { code, err } = await type(...argv, '--data', data, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(err)).toMatchObject({ error: { type: 'StationNotRunning', remedy: expect.stringContaining(`quietbell run --data ${data}`) } });
  });

  it.each([[['status']], [['alarms']], [['incidents']], [['verify']], [['staff', 'list']], [['bind', '--list']]])('that reads the ledger says how to make one, and makes nothing: %j', async (argv) => {
    const { code, err } = await type('--json', ...argv, '--data', join(folder, 'none'));
    expect(code).toBe(1);
    expect(JSON.parse(err)).toMatchObject({ error: { type: 'SiteMissing', remedy: expect.stringContaining('quietbell site create') } });
    expect(await readdir(folder)).toEqual([]);
  });
});
