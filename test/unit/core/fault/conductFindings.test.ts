import { describe, expect, it } from 'vitest';
import type { Peer } from '../../../../main/contract/station.ts';
import { conductFindings, whyNotConnected } from '../../../../main/core/fault/conductFindings.ts';
import type { LinkState, Misconduct } from '../../../../main/core/site/lan.ts';

const id = 'd'.repeat(32);
const peer: Peer = { station: 'Desk 2', id, place: 'Ground floor', connected: true, lastHeardAt: null, armed: true, attended: true };
const link = (misconduct: readonly Misconduct[], connected = true): LinkState => ({ station: id, connected, lastHeardAt: null, armed: true, attended: true, clockOffset: 0, misconduct });
const find = (misconduct: readonly Misconduct[], connected = true) => conductFindings([peer], [link(misconduct, connected)]);

describe('a station that does not keep to the protocol', () => {
  it.each<Misconduct>(['nonsense', 'outOfTurn', 'falseName', 'flood', 'unasked', 'numbers', 'claims', 'replay', 'forgery', 'fork', 'ownFork', 'silence', 'stall', 'version'])('is named with what it did and what to do: %s', (misconduct) => {
    const [finding] = find([misconduct]);
    expect(finding).toMatchObject({ kind: 'peer', subject: 'Desk 2', disarms: false });
    expect(finding?.message).toMatch(/^Desk 2 .+\.$/);
    expect(finding?.remedy).toMatch(/^[A-Z].+\.$/);
  });

  it('has a fault for each of its ways', () => {
    expect(new Set(find(['flood', 'replay']).map(({ key }) => key)).size).toBe(2);
  });

  it('that fell silent is missed, and told of by itself only when it is back', () => {
    expect(find(['silence'], false)).toEqual([]);
    expect(whyNotConnected(link(['silence'], false))).toContain('kept its connection open');
    expect(whyNotConnected(link([], false))).toBe('.');
    expect(whyNotConnected(undefined)).toBe('.');
    expect(find(['silence'])).toHaveLength(1);
  });

  it('that is on no roster is named by its id', () => {
    expect(conductFindings([], [link(['nonsense'])])).toMatchObject([{ subject: 'dddddddd' }]);
  });

  it('where copies of this very station are about, it is one fault however many say so', () => {
    const other = { ...link(['ownFork']), station: 'e'.repeat(32) };
    expect(new Set(conductFindings([peer], [link(['ownFork']), other]).map(({ key }) => key)).size).toBe(1);
  });
});
