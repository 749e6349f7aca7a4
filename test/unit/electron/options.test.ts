import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readOptions } from '../../../main/electron/options.ts';

describe('the options of the Electron host', () => {
  it('name the data folder, the address for the others and an ordinary window', () =>
    expect(readOptions(['--data', 'desk', '--listen=127.0.0.1:0', '--windowed'])).toEqual({ dataFolder: resolve('desk'), listen: '127.0.0.1:0', windowed: true }));

  it('leave Chromium’s own switches, and the path of the program, alone', () =>
    expect(readOptions(['dist/electron/main.js', '--no-sandbox', '--remote-debugging-port=0', '--data=desk'])).toMatchObject({ dataFolder: resolve('desk'), listen: null, windowed: false }));

  it('mean the same data folder as the command when they name none', () => expect(readOptions([]).dataFolder).toMatch(/quietbell$/i));
});
