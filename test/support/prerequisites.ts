import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** What the tests need beside npm packages: Debian's name for it, how to see that it is there, and what cannot run without. */
export const prerequisites = [
  { name: 'chromium', what: 'the browser', present: () => existsSync('/usr/bin/chromium'), without: 'the stories in a real browser, and the Electron host under its stand-in' },
  { name: 'umockdev', what: 'emulated USB devices', present: () => /libumockdev-preload\.so\.0/.test(libraries()), without: 'the real node-hid on an emulated pedal' },
] as const;

/** Installs what is missing where that is allowed (Debian, root); says the command to type otherwise. */
export const installPrerequisites = (): void => {
  const missing = prerequisites.filter((prerequisite) => !prerequisite.present());
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name);
  const command = `apt-get install --yes --no-install-recommends ${names.join(' ')}`;
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    console.log(`Missing: ${names.join(', ')}. On Debian type: sudo ${command}`);
    return;
  }
  console.log(`Installing ${names.join(', ')} from Debian's packages…`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update', '--quiet'], command.split(' ').slice(1)]) {
    const { status, stdout, stderr } = spawnSync('apt-get', args, { env: environment, encoding: 'utf8' });
    if (status !== 0) console.log(`apt-get ${args.join(' ')} failed:\n${stdout}${stderr}`);
  }
};

/** By name, with the reason, what will not run here. */
export const withoutPrerequisites = (): readonly { readonly name: string; readonly reason: string }[] =>
  prerequisites.filter(({ present }) => !present()).map(({ name, what, without }) => ({ name: without, reason: `${what} (Debian package ${name}) is not installed` }));

const libraries = (): string => {
  try {
    return execFileSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' });
  } catch {
    return '';
  }
};
