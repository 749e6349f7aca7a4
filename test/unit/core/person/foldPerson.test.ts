import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { compareEvents, type Event } from '../../../../main/core/event/catalogue.ts';
import { foldPerson, type PersonFile } from '../../../../main/core/person/foldPerson.ts';
import { historyOf, looksIn } from '../../../../main/core/person/history.ts';
import { ada, ben, byOf, personStory, uuidOf } from '../../../support/person/personEvents.ts';

const mo = uuidOf(1);
const fold = (events: readonly Event[]): PersonFile => {
  const file = foldPerson(events.toSorted(compareEvents));
  if (file === null) throw new Error('The file was established');
  return file;
};

describe('a person file', () => {
  it('is provisional until somebody else than who established it approves it', () => {
    const { events, establish, tell } = personStory(mo);
    establish();
    expect(fold(events).status).toBe('provisional');
    tell('PersonFileApproved', { covers: [mo], role: 'supervisor', ...byOf(ada) });
    expect(fold(events).status).toBe('provisional');
    tell('PersonFileApproved', { covers: [mo], role: 'supervisor', ...byOf(null) });
    expect(fold(events).status).toBe('provisional');
    tell('PersonFileApproved', { covers: [mo], role: 'administrator', ...byOf(ben) });
    expect(fold(events).status).toBe('approved');
  });

  it('can be rejected with a reason, and approved after all', () => {
    const { events, establish, tell } = personStory(mo);
    establish();
    tell('PersonFileRejected', { reason: 'Hearsay', role: 'supervisor', ...byOf(ben) });
    expect(fold(events).status).toBe('rejected');
    tell('PersonFileApproved', { covers: [mo], role: 'supervisor', ...byOf(ben) });
    expect(fold(events).status).toBe('approved');
  });

  it('approving a ban covers that one and no other that came meanwhile, and not the file', () => {
    const { events, establish, ban, tell } = personStory(mo);
    establish();
    ban(uuidOf(10));
    ban(uuidOf(11));
    tell('PersonFileApproved', { covers: [uuidOf(10)], role: 'supervisor', ...byOf(ben) });
    const { bans, status } = fold(events);
    expect(bans.map(({ id, approved }) => [id, approved])).toEqual([[uuidOf(10), true], [uuidOf(11), false]]);
    expect(status).toBe('provisional');
  });

  it('keeps both texts that two desks wrote at the same time, until somebody who saw both writes it anew', () => {
    const { events, establish, tell } = personStory(mo);
    const amend = (change: string, text: string, over: readonly string[]): void => tell('PersonFileAmended', { change, description: { text, over: [...over] }, namesAdded: [], namesRemoved: [], ...byOf(ben) });
    establish();
    amend(uuidOf(20), 'Tall, green coat', [mo]);
    amend(uuidOf(21), 'Tall, limps', [mo]);
    expect(fold(events).description).toMatchObject({ text: 'Tall, limps', besides: [{ text: 'Tall, green coat' }] });
    amend(uuidOf(22), 'Tall, green coat, limps', [uuidOf(20), uuidOf(21)]);
    expect(fold(events).description).toMatchObject({ text: 'Tall, green coat, limps', besides: [] });
    expect(historyOf(events).map(({ what, text }) => [what, text])).toEqual([
      ['established', 'Mo Grey'],
      ['description', 'Tall, green coat'],
      ['description', 'Tall, limps'],
      ['description', 'Tall, green coat, limps'],
    ]);
  });

  it('takes names in and out, and lets one be given again after it was taken out', () => {
    const { events, establish, tell } = personStory(mo);
    establish();
    tell('PersonFileAmended', { change: uuidOf(20), namesAdded: [{ id: uuidOf(802), name: 'Maurice' }], namesRemoved: [uuidOf(801)], ...byOf(ben) });
    tell('PersonFileAmended', { change: uuidOf(21), namesAdded: [{ id: uuidOf(803), name: 'Mo Grey' }], namesRemoved: [], ...byOf(ben) });
    expect(fold(events).names.map(({ name }) => name)).toEqual(['Maurice', 'Mo Grey']);
  });

  it('is linked to records and parted from them', () => {
    const { events, establish, tell } = personStory(mo);
    establish();
    tell('PersonLinkedToIncident', { link: uuidOf(30), person: mo, incident: uuidOf(5), ...byOf(ben) });
    tell('PersonLinkedToIncident', { link: uuidOf(31), person: mo, incident: uuidOf(6), ...byOf(ben) });
    tell('PersonUnlinkedFromIncident', { links: [uuidOf(30)], ...byOf(ben) });
    expect(fold(events).links).toEqual([{ id: uuidOf(31), incident: uuidOf(6) }]);
  });

  it('counts the looks into it, the newest first, and leaves them out of the history and of when it changed', () => {
    const { events, establish, tell } = personStory(mo);
    establish();
    for (let look = 0; look < 120; look += 1) tell('PersonFileViewed', { what: look % 2 === 0 ? 'card' : 'file', door: 'window', ...byOf(ben) });
    const looks = looksIn(events);
    expect(looks.count).toBe(120);
    expect(looks.newest).toHaveLength(100);
    expect(looks.newest[0]).toMatchObject({ what: 'file', staff: 'Ben Ode', station: 'Desk 1' });
    expect(historyOf(events)).toHaveLength(1);
    expect(fold(events).changedAt).toBe('2026-01-01T00:00:00.000Z');
  });

  it('is nothing while the event that established it has not come', () => {
    const { events, ban } = personStory(mo);
    ban(uuidOf(10));
    expect(foldPerson(events)).toBeNull();
  });
});

/** `QUIETBELL_SEED` repeats a run. */
const seed = Number(process.env['QUIETBELL_SEED'] ?? Date.now() % 2 ** 31);

describe('a person file that several desks work on, whatever their clocks show and in whatever order the events arrive', () => {
  beforeAll(() => console.info(`seed of the files: ${seed}`));

  /** What each desk does, and how far its clock is off, in minutes. */
  const action = fc.record({
    desk: fc.nat(2),
    what: fc.constantFrom('text', 'merge-texts', 'ban', 'lift', 'mark', 'unmark', 'approve', 'name', 'unname', 'link', 'unlink', 'review'),
    pick: fc.nat(9),
  });
  const story = fc.record({ actions: fc.array(action, { maxLength: 25 }), skews: fc.tuple(fc.integer({ min: -60, max: 60 }), fc.integer({ min: -60, max: 60 }), fc.integer({ min: -60, max: 60 })), shuffle: fc.infiniteStream(fc.nat()) });

  const written = ({ actions, skews }: { readonly actions: readonly { desk: number; what: string; pick: number }[]; readonly skews: readonly number[] }): readonly Event[] => {
    const desks = ['a', 'b', 'c'].map((letter) => personStory(mo, letter.repeat(32)));
    const [first] = desks;
    const made: Record<string, string[]> = { text: [mo], ban: [], mark: [], name: [uuidOf(801)], link: [] };
    const at = (number: number, desk: number): number => Date.UTC(2026, 0, 1) + (number + 1) * 60_000 + (skews[desk] ?? 0) * 60_000;
    first?.establish({}, at(-1, 0));
    for (const [number, { desk, what, pick }] of actions.entries()) {
      const story = desks[desk];
      const id = uuidOf(1000 + number);
      const one = (of: string): string | undefined => made[of]?.[pick % Math.max(1, made[of].length)];
      const by = byOf(desk === 0 ? ada : ben, `Desk ${desk}`);
      const wall = at(number, desk);
      const make = (of: string): void => void made[of]?.push(id);
      const amend = (part: object): void => story?.tell('PersonFileAmended', { change: id, namesAdded: [], namesRemoved: [], ...part, ...by }, wall);
      if (what === 'text') amend({ description: { text: `text ${number}`, over: [one('text') ?? mo] } });
      if (what === 'merge-texts') amend({ description: { text: `text ${number}`, over: [...(made['text'] ?? [])] } });
      if (what === 'text' || what === 'merge-texts') make('text');
      if (what === 'ban') story?.ban(id, by, wall);
      if (what === 'ban') make('ban');
      const [ban, marker, name, link] = [one('ban'), one('mark'), one('name'), one('link')];
      if (what === 'lift' && ban !== undefined) story?.tell('BanLifted', { ban, reason: 'Talked it over', ...by }, wall);
      if (what === 'mark') story?.tell('MarkerAdded', { marker: id, kind: 'safety', text: 'Two of us', ...by }, wall);
      if (what === 'mark') make('mark');
      if (what === 'unmark' && marker !== undefined) story?.tell('MarkerRemoved', { marker, reason: 'No more', ...by }, wall);
      if (what === 'approve') story?.tell('PersonFileApproved', { covers: [mo, ...(made['ban'] ?? []), ...(made['mark'] ?? [])], role: 'supervisor', ...by }, wall);
      if (what === 'name') amend({ namesAdded: [{ id, name: `Name ${number}` }] });
      if (what === 'name') make('name');
      if (what === 'unname' && name !== undefined) amend({ namesRemoved: [name] });
      if (what === 'link') story?.tell('PersonLinkedToIncident', { link: id, person: mo, incident: uuidOf(pick), ...by }, wall);
      if (what === 'link') make('link');
      if (what === 'unlink' && link !== undefined) story?.tell('PersonUnlinkedFromIncident', { links: [link], ...by }, wall);
      if (what === 'review') story?.tell('ReviewDone', { next: '2026-09-30', covers: [...(made['ban'] ?? [])], note: '', ...by }, wall);
    }
    return desks.flatMap(({ events }) => events);
  };

  /** What must not hang on any clock: which texts stand, what was lifted, taken out, approved. */
  const settled = (file: PersonFile) => ({
    texts: new Set([file.description.text, ...file.description.besides.map(({ text }) => text)]),
    bans: new Set(file.bans.map(({ id, approved, lifted, reviewed }) => ({ id, approved, lifted: lifted !== null, reviewed }))),
    markers: new Set(file.markers.map(({ id, approved, removed }) => ({ id, approved, removed: removed !== null }))),
    names: new Set(file.names.map(({ name }) => name)),
    links: new Set(file.links.map(({ id }) => id)),
  });

  it('is the same file in every order of arrival', () => {
    fc.assert(
      fc.property(story, ({ actions, skews, shuffle }) => {
        const events = written({ actions, skews });
        const arrived = events.map((event) => ({ event, key: shuffle.next().value ?? 0 })).toSorted((a, b) => a.key - b.key).map(({ event }) => event);
        expect(fold(arrived)).toEqual(fold(events));
      }),
      { seed, numRuns: 200 },
    );
  });

  it('what answers something answers it, also where it seems to have been written before it', () => {
    fc.assert(
      fc.property(story, ({ actions, skews }) => {
        expect(settled(fold(written({ actions, skews })))).toEqual(settled(fold(written({ actions, skews: [0, 0, 0] }))));
      }),
      { seed, numRuns: 200 },
    );
  });
});
