import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDaemon } from './daemon.ts';
import { freePort } from './freePort.ts';

const program = '/usr/sbin/rsyslogd';

/** Debian's packages rsyslog and rsyslog-gnutls. */
export const hasRsyslog = (): boolean => existsSync(program) && readdirSync('/usr/lib').some((folder) => existsSync(`/usr/lib/${folder}/rsyslog/lmnsd_gtls.so`));

/** A line as rsyslog took it apart. */
export interface ReceivedLine {
  readonly facility: string;
  readonly severity: string;
  readonly at: string;
  readonly program: string;
  readonly messageId: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly text: string;
}

export interface Rsyslog {
  readonly port: number;
  readonly lines: () => readonly ReceivedLine[];
  /** As a crash does it. */
  readonly kill: () => Promise<void>;
  /** Again on the same port, writing on in the same file. */
  readonly start: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** The real rsyslog with its own configuration: RFC 5425 on loopback, everything into one file. */
export const startRsyslog = async ({ ca, cert, key }: { readonly ca: string; readonly cert: string; readonly key: string }): Promise<Rsyslog> => {
  const folder = mkdtempSync(join(tmpdir(), 'quietbell-rsyslog-'));
  const file = (name: string): string => join(folder, name);
  const port = await freePort();
  writeFileSync(file('ca.pem'), ca);
  writeFileSync(file('cert.pem'), cert);
  writeFileSync(file('key.pem'), key, { mode: 0o600 });
  writeFileSync(
    file('rsyslog.conf'),
    [
      `global(workDirectory="${folder}" DefaultNetstreamDriver="gtls" DefaultNetstreamDriverCAFile="${file('ca.pem')}" DefaultNetstreamDriverCertFile="${file('cert.pem')}" DefaultNetstreamDriverKeyFile="${file('key.pem')}" maxMessageSize="64k")`,
      'module(load="imtcp" StreamDriver.Name="gtls" StreamDriver.Mode="1" StreamDriver.AuthMode="anon")',
      `input(type="imtcp" address="127.0.0.1" port="${port}")`,
      'template(name="parts" type="string" string="%syslogfacility-text%|%syslogseverity-text%|%timereported:::date-rfc3339%|%programname%|%msgid%|%structured-data%|%msg%\\n")',
      `action(type="omfile" file="${file('lines')}" template="parts")`,
      '',
    ].join('\n'),
  );
  const daemon = createDaemon({ name: 'rsyslog', program, args: ['-n', '-f', file('rsyslog.conf'), '-i', file('pid')], port });
  const kill = async (): Promise<void> => {
    await daemon.kill();
    rmSync(file('pid'), { force: true });
  };

  await daemon.start();
  return {
    port,
    lines: () => (existsSync(file('lines')) ? readFileSync(file('lines'), 'utf8').split('\n').filter((line) => line !== '').map(readLine) : []),
    kill,
    start: daemon.start,
    remove: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const readLine = (line: string): ReceivedLine => {
  const [facility = '', severity = '', at = '', name = '', messageId = '', structure = '', ...text] = line.split('|');
  const facts = Object.fromEntries([...structure.matchAll(/ ([A-Za-z]+)="((?:[^"\\]|\\.)*)"/g)].map(([, fact = '', value = '']) => [fact, value.replaceAll(/\\(.)/g, '$1')]));
  return { facility, severity, at, program: name, messageId, facts, text: text.join('|').replace(/^\uFEFF/, '').trim() };
};
