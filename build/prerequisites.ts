import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

interface Prerequisite {
  /** Debian's name of the package. */
  readonly name: string;
  readonly what: string;
  readonly present: () => boolean;
  /** What cannot run without it. */
  readonly without: string;
}

/** The compiled part of node-hid is linked with libusb, also where it reads through hidraw and calls nothing of it. */
const libusb: Prerequisite = { name: 'libusb-1.0-0', what: 'the USB library', present: () => hasLibrary('libusb-1.0.so.0'), without: 'reading pedals and buttons with node-hid' };

/** What is needed beside npm packages. */
export const prerequisites = {
  start: [libusb],
  test: [
    libusb,
    { name: 'chromium', what: 'the browser', present: () => existsSync('/usr/bin/chromium'), without: 'the stories in a real browser, and the Electron host under its stand-in' },
    { name: 'iproute2', what: 'network namespaces', present: () => existsSync('/sbin/ip') || existsSync('/usr/sbin/ip') || existsSync('/bin/ip'), without: 'stations whose network is cut' },
    { name: 'mosquitto', what: 'the MQTT broker', present: () => existsSync('/usr/sbin/mosquitto') && existsSync('/usr/bin/mosquitto_passwd'), without: 'the MQTT channel before a real broker' },
    { name: 'openssl', what: 'OpenSSL', present: () => isOnPath('openssl'), without: 'bundles verified as a stranger would' },
    { name: 'poppler-utils', what: 'the reader of PDFs', present: () => isOnPath('pdftotext'), without: 'PDFs read by another program' },
    { name: 'python3', what: 'Python', present: () => isOnPath('python3'), without: 'bundles verified as a stranger would' },
    { name: 'rsyslog', what: 'the syslog receiver', present: () => existsSync('/usr/sbin/rsyslogd'), without: 'the syslog channel before a real receiver' },
    { name: 'rsyslog-gnutls', what: 'TLS of the syslog receiver', present: () => hasRsyslogTls(), without: 'the syslog channel over TLS' },
    { name: 'umockdev', what: 'emulated USB devices', present: () => hasLibrary('libumockdev-preload.so.0'), without: 'the real node-hid on an emulated pedal' },
  ],
  /** Large: half a gigabyte with what it needs. */
  long: [{ name: 'libreoffice-calc-nogui', what: 'LibreOffice Calc', present: () => existsSync('/usr/bin/soffice'), without: 'exported tables opened in LibreOffice Calc' }],
} satisfies Record<string, readonly Prerequisite[]>;

export type Purpose = keyof typeof prerequisites;

/** Installs what is missing where that is allowed (Debian, root); says the command to type otherwise. Other systems bring what is needed themselves. */
export const installPrerequisites = (purpose: Purpose): void => {
  const missing = missingFor(purpose);
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name);
  const command = ['install', '--yes', '--no-install-recommends', ...names];
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    console.error(`Missing: ${names.join(', ')}. On Debian type: sudo apt-get ${command.join(' ')}`);
    return;
  }
  console.error(`Installing ${names.join(', ')} from Debian's packages…`);
  for (const args of [['update', '--quiet'], command]) {
    const { status, stdout, stderr } = spawnSync('apt-get', args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, encoding: 'utf8' });
    if (status !== 0) console.error(`apt-get ${args.join(' ')} failed:\n${stdout}${stderr}`);
  }
};

/** By name, with the reason, what will not run here. */
export const withoutPrerequisites = (purpose: Purpose): readonly { readonly name: string; readonly reason: string }[] =>
  missingFor(purpose).map(({ name, what, without }) => ({ name: without, reason: `${what} (Debian package ${name}) is not installed` }));

const missingFor = (purpose: Purpose): readonly Prerequisite[] => (process.platform === 'linux' ? prerequisites[purpose].filter(({ present }) => !present()) : []);

/** Its modules lie in a folder of the machine's architecture. */
const hasRsyslogTls = (): boolean => readdirSync('/usr/lib').some((folder) => existsSync(`/usr/lib/${folder}/rsyslog/lmnsd_gtls.so`));

const isOnPath = (program: string): boolean => (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));

const hasLibrary = (name: string): boolean => libraries().includes(name);

const libraries = (): string => {
  try {
    return execFileSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' });
  } catch {
    return '';
  }
};
