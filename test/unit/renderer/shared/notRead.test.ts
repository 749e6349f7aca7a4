import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { isLost } from '../../../../renderer/shared/connection/NotRead.tsx';

const refused = new ORPCError('PROBLEM', { defined: true, data: { type: 'RoleInsufficient', message: 'This is not among what your role may do.', remedy: 'Ask an administrator of this site.' } });
const away = new Error('The connection is closed');

describe('what was read and could not be read again', () => {
  it('stays on the screen while the station is away', () => {
    expect(isLost({ isError: true, error: away, data: 'a card' })).toBe(false);
    expect(isLost({ isError: false, error: null, data: 'a card' })).toBe(false);
  });

  it('goes where the station refuses it, and is nothing where it never came', () => {
    expect(isLost({ isError: true, error: refused, data: 'a card' })).toBe(true);
    expect(isLost({ isError: true, error: away, data: undefined })).toBe(true);
  });
});
