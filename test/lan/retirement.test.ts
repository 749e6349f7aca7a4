import { describe, expect, test } from 'vitest';
import { holdsRetirement, signRetirement } from '../../main/lan/retirement.ts';
import { makeSite } from '../support/lan/memorySite.ts';
import { stationsOfThisFile } from '../support/lan/running.ts';
import { until } from '../support/lan/until.ts';

const start = stationsOfThisFile();

describe('a station that was retired', () => {
  test('loses its links at once, comes in by no door and is dialled by nobody, while the others go on', async () => {
    const { identities } = await makeSite('Desk 1', 'Desk 2', 'Stolen');
    const retired = new Set<string>();
    const isRetired = (station: string): boolean => retired.has(station);
    const a = await start(identities[0], { isRetired });
    const b = await start(identities[1], { isRetired, fixedAddresses: [a.address()] });
    const stolen = await start(identities[2], { fixedAddresses: [a.address(), b.address()] });
    await until('all are connected', () => a.connectedTo(b) && a.connectedTo(stolen) && b.connectedTo(stolen));

    retired.add(stolen.id);
    for (const station of [a, b]) station.lan.shutOut(stolen.id);
    expect(a.connectedTo(stolen) || b.connectedTo(stolen)).toBe(false);

    const before = a.log.lines.length;
    await until('it knocked again and was turned away', () => a.log.lines.slice(before).some(({ message }) => message === 'a stranger showed a certificate and was turned away'));
    expect(stolen.lan.sendAlarm(stolen.replica.draft('still here'))).toEqual([]);
    expect(a.connectedTo(b)).toBe(true);
    expect(a.lan.sendAlarm(a.replica.draft('help'))).toEqual([b.id]);
  });
});

describe('the word that a station is retired', () => {
  test('counts only with the signature of the site’s own authority, for that station and moment', async () => {
    const { authority, identities } = await makeSite('Desk 1', 'Stolen');
    const other = (await makeSite('Elsewhere')).authority;
    const id = identities[1]?.station.id ?? '';
    const word = signRetirement(authority, id, 1_795_000_000_000);
    expect(holdsRetirement(authority.certificate, word)).toBe(true);
    expect(holdsRetirement(authority.certificate, signRetirement(other, id, word.at))).toBe(false);
    expect(holdsRetirement(authority.certificate, { ...word, at: word.at + 1 })).toBe(false);
    expect(holdsRetirement(authority.certificate, { ...word, station: identities[0]?.station.id ?? '' })).toBe(false);
    expect(holdsRetirement(authority.certificate, { ...word, signature: new Uint8Array(64) })).toBe(false);
    expect(holdsRetirement(authority.certificate, { ...word, signature: new Uint8Array(3) })).toBe(false);
  });
});
