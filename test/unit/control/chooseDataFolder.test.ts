import { describe, expect, it } from 'vitest';
import { chooseDataFolder } from '../../../main/control/chooseDataFolder.ts';

describe('the data folder', () => {
  it('is the one that was told, as an absolute path', () => {
    expect(chooseDataFolder('/srv/desk/../desk-2', {}, 'linux', '/home/kim')).toBe('/srv/desk-2');
    expect(chooseDataFolder('desk', {}, 'linux', '/home/kim')).toBe(`${process.cwd()}/desk`);
  });

  it('is else the one that the environment names', () => {
    expect(chooseDataFolder(undefined, { QUIETBELL_DATA: '/srv/desk' }, 'linux', '/home/kim')).toBe('/srv/desk');
    expect(chooseDataFolder('/other', { QUIETBELL_DATA: '/srv/desk' }, 'linux', '/home/kim')).toBe('/other');
  });

  it('is else where the system keeps data of programs', () => {
    expect(chooseDataFolder(undefined, {}, 'linux', '/home/kim')).toBe('/home/kim/.local/share/quietbell');
    expect(chooseDataFolder(undefined, { XDG_DATA_HOME: '/xdg' }, 'linux', '/home/kim')).toBe('/xdg/quietbell');
    expect(chooseDataFolder(undefined, {}, 'darwin', '/Users/kim')).toBe('/Users/kim/Library/Application Support/Quietbell');
    expect(chooseDataFolder(undefined, { LOCALAPPDATA: '/local' }, 'win32', '/kim')).toBe('/local/Quietbell');
  });
});
