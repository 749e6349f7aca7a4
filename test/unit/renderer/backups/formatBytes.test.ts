import { expect, it } from 'vitest';
import { formatBytes } from '../../../../renderer/backups/formatBytes.ts';

it('how large a backup is and the files beside it is said in the unit that is read at once', () => {
  expect([1_700, 189_100, 12_440_000, 40_250_000_000].map((bytes) => formatBytes(bytes, 'en'))).toEqual(['1.7 kB', '189.1 kB', '12.4 MB', '40.3 GB']);
  expect(formatBytes(8_100_000_000, 'de')).toBe('8,1\u00A0GB');
});
