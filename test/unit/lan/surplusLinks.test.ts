import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { surplusLinks } from '../../../main/lan/surplusLinks.ts';

const ours = { peer: 'b', dialledByUs: true };
const theirs = { peer: 'b', dialledByUs: false };

describe('of several links to one station', () => {
  test('the one dialled by the lower id stays', () => {
    expect(surplusLinks([ours, theirs], 'a')).toEqual([theirs]);
    expect(surplusLinks([ours, theirs], 'c')).toEqual([ours]);
  });

  test('the only one stays, whoever dialled it', () => {
    expect(surplusLinks([theirs], 'a')).toEqual([]);
    expect(surplusLinks([ours], 'c')).toEqual([]);
  });

  test('dialled by one station, that station keeps its first and the other closes none', () => {
    const [first, second] = [{ ...ours }, { ...ours }];
    expect(surplusLinks([first, second], 'a')).toEqual([second]);
    expect(surplusLinks([{ ...theirs }, { ...theirs }], 'c')).toEqual([]);
  });

  test('one is always left, whichever end judges and in whichever order', () => {
    const linksOfA = fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }).map((dialled) => dialled.map((byA, number) => ({ byA, number })));
    fc.assert(
      fc.property(linksOfA, fc.nat(), (links, turn) => {
        const turned = [...links.slice(turn % links.length), ...links.slice(0, turn % links.length)];
        const closedByA = surplusLinks(links.map((link) => ({ ...link, peer: 'b', dialledByUs: link.byA })), 'a');
        const closedByB = surplusLinks(turned.map((link) => ({ ...link, peer: 'a', dialledByUs: !link.byA })), 'b');
        const closed = new Set([...closedByA, ...closedByB].map((link) => link.number));
        return closed.size < links.length;
      }),
    );
  });
});
