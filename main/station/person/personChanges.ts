import type { AmendPerson, EstablishPerson, ImposeBan, PersonInput } from '../../contract/person.ts';
import { done, failed, type Result } from '../../contract/problem.ts';
import type { Draft } from '../../core/event/catalogue.ts';
import { subjectOf } from '../../core/event/subject.ts';
import type { PersonFile } from '../../core/person/foldPerson.ts';
import type { PersonGroup } from '../../core/person/group.ts';
import { isReviewDay, shownPhoto, waitingIn } from '../../core/person/standing.ts';
import { byWhom, type StationContext } from '../context.ts';
import type { FileDrafts } from './fileDrafts.ts';
import type { PersonFiles } from './personFiles.ts';
import { needsSomebody, personUnknown } from './personProblems.ts';
import type { PersonCaller } from './persons.ts';

type Change<Input> = (input: Input, caller: PersonCaller) => Result<void>;

/** What people do to files. Each is an event with its author; what two desks do at the same time stands beside one another. */
export interface PersonChanges {
  readonly establish: (input: EstablishPerson, caller: PersonCaller) => Result<{ readonly id: string }>;
  readonly amend: Change<AmendPerson>;
  readonly approve: Change<PersonInput<'approve'>>;
  readonly reject: Change<PersonInput<'reject'>>;
  readonly addMarker: Change<PersonInput<'addMarker'>>;
  readonly removeMarker: Change<PersonInput<'removeMarker'>>;
  readonly imposeBan: Change<ImposeBan>;
  readonly liftBan: Change<PersonInput<'liftBan'>>;
  readonly choosePhoto: Change<PersonInput<'choosePhoto'>>;
  readonly review: Change<PersonInput<'review'>>;
  readonly merge: Change<PersonInput<'merge'>>;
  readonly undoMerge: Change<PersonInput<'undoMerge'>>;
  readonly link: Change<PersonInput<'link'>>;
  readonly unlink: Change<PersonInput<'link'>>;
}

export const createPersonChanges = (context: StationContext, files: Pick<PersonFiles, 'today' | 'find' | 'group'>, drafts: Pick<FileDrafts, 'drop'>): PersonChanges => {
  const { ledger, ids } = context;
  const by = ({ staff }: PersonCaller) => byWhom(context, staff);
  const subject = (id: string): string => subjectOf('person', id);
  const named = (name: string) => ({ id: ids.next(), name });
  const append = (drafts: readonly Draft[]): Result<void> => {
    const appended = ledger.append(drafts);
    return appended.ok ? done(undefined) : appended;
  };
  const onGroup = (id: string, decide: (group: PersonGroup) => Result<readonly Draft[]>): Result<void> => {
    const group = files.group(id);
    if (group === undefined) return personUnknown();
    const drafts = decide(group);
    return drafts.ok ? append(drafts.value) : drafts;
  };
  const onHead = (id: string, draft: (head: string) => Draft): Result<void> => onGroup(id, ({ head }) => done([draft(subject(head.id))]));
  /** What belongs to one of several files is answered in that file: so it is still answered when their merge is undone. */
  const onHolder = (id: string, field: string, holds: (file: PersonFile) => boolean, draft: (holder: string) => Draft): Result<void> =>
    onGroup(id, ({ members }) => {
      const holder = members.find(holds);
      return holder === undefined ? failed('InputInvalid', 'That is not in this file.', 'Look at the file again; a colleague may have changed it.', field) : done([draft(subject(holder.id))]);
    });
  const checkReviewDay = (day: string, field: string): Result<void> =>
    isReviewDay(files.today(), day) ? done(undefined) : failed('InputInvalid', 'The next review has to be after today, and within a year.', 'Choose another day; in a quarter of a year is usual.', field);

  const linkOf = (person: string, incident: string, caller: PersonCaller): readonly Draft[] => {
    const body = { link: ids.next(), person, incident, ...by(caller) };
    return [subject(person), subjectOf('incident', incident)].map((about) => ({ kind: 'PersonLinkedToIncident', subject: about, body }));
  };

  return {
    establish: ({ id, names, description, before, marker, reviewOn, incident }, caller) => {
      if (caller.staff === null) return needsSomebody();
      if (files.find(id) === undefined) {
        const review = checkReviewDay(reviewOn, 'reviewOn');
        if (!review.ok) return review;
        const established = append([
          { kind: 'PersonFileEstablished', subject: subject(id), body: { names: names.map(named), description, before, reviewOn, ...by(caller) } },
          ...(marker === null ? [] : [{ kind: 'MarkerAdded' as const, subject: subject(id), body: { marker: ids.next(), kind: 'safety' as const, text: marker, ...by(caller) } }]),
          ...(incident === null ? [] : linkOf(id, incident, caller)),
        ]);
        if (!established.ok) return established;
      }
      drafts.drop(id, caller);
      return done({ id });
    },
    amend: ({ person, description, before, namesAdded, namesRemoved }, caller) =>
      onGroup(person, ({ head, members }) => {
        const amended = members.flatMap((file): Draft[] => {
          const texts = Object.fromEntries(Object.entries({ description, before }).flatMap(([field, rewritten]) => (rewritten?.file === file.id ? [[field, { text: rewritten.text, over: rewritten.over }]] : [])));
          const removed = file.names.map(({ id }) => id).filter((id) => namesRemoved.includes(id));
          const added = file.id === head.id ? namesAdded.map(named) : [];
          if (Object.keys(texts).length + removed.length + added.length === 0) return [];
          return [{ kind: 'PersonFileAmended', subject: subject(file.id), body: { change: ids.next(), ...texts, namesAdded: added, namesRemoved: removed, ...by(caller) } }];
        });
        return done(amended);
      }),
    approve: ({ person, covers }, caller) =>
      onGroup(person, ({ members }) => {
        const { staff, role } = caller;
        if (staff === null || role === null) return needsSomebody();
        const waiting = members.map((file) => ({ file, items: waitingIn(file, files.today()).filter(({ id }) => covers.includes(id)) }));
        const approved = waiting.flatMap(({ file, items }): Draft[] => {
          const made = items.filter(({ staffId }) => staffId !== staff.id).map(({ id }) => id);
          return made.length === 0 ? [] : [{ kind: 'PersonFileApproved', subject: subject(file.id), body: { covers: made, role, ...by(caller) } }];
        });
        if (approved.length > 0 || waiting.every(({ items }) => items.length === 0)) return done(approved);
        return failed('InputInvalid', 'What waits here was made by you.', 'Ask another supervisor or administrator to approve it.');
      }),
    reject: ({ person, reason }, caller) =>
      onGroup(person, ({ members }) => {
        const { role } = caller;
        if (role === null) return needsSomebody();
        return done(members.filter(({ status }) => status === 'provisional').map(({ id }) => ({ kind: 'PersonFileRejected', subject: subject(id), body: { reason, role, ...by(caller) } })));
      }),
    addMarker: ({ person, kind, text }, caller) => onHead(person, (head) => ({ kind: 'MarkerAdded', subject: head, body: { marker: ids.next(), kind, text, ...by(caller) } })),
    removeMarker: ({ person, marker, reason }, caller) =>
      onHolder(person, 'marker', ({ markers }) => markers.some(({ id }) => id === marker), (holder) => ({ kind: 'MarkerRemoved', subject: holder, body: { marker, reason, ...by(caller) } })),
    imposeBan: ({ person, reviewOn, ...ban }, caller) => {
      const review = ban.until === null ? checkReviewDay(reviewOn ?? '', 'reviewOn') : done(undefined);
      if (!review.ok) return review;
      return onHead(person, (head) => ({ kind: 'BanImposed', subject: head, body: { ban: ids.next(), ...ban, reviewOn: ban.until === null ? reviewOn : null, ...by(caller) } }));
    },
    liftBan: ({ person, ban, reason }, caller) =>
      onHolder(person, 'ban', ({ bans }) => bans.some(({ id }) => id === ban), (holder) => ({ kind: 'BanLifted', subject: holder, body: { ban, reason, ...by(caller) } })),
    choosePhoto: ({ person, attachment }, caller) =>
      onGroup(person, ({ members }) => {
        const draft = (file: PersonFile): Draft => ({ kind: 'PersonPhotoChosen', subject: subject(file.id), body: { choice: ids.next(), attachment, over: file.photos.map(({ id }) => id), ...by(caller) } });
        if (attachment === null) return done(members.filter(({ photos }) => photos.at(-1)?.attachment != null).map(draft));
        const picture = ledger.state('attachment', subjectOf('attachment', attachment));
        const holder = members.find(({ id }) => subject(id) === picture?.owner);
        if (picture === undefined || holder === undefined || picture.removed !== null || picture.restricted || picture.thumbnail === null) {
          return failed('AttachmentUnknown', 'That is no picture of this person that can be shown.', 'Choose a photo from this file; an original that is sealed is shown to nobody.', 'attachment');
        }
        // One person has one picture: what another file of the same person showed is taken off with it.
        const others = members.filter((file) => file !== holder && shownPhoto(file) !== null).map((file): Draft => ({ kind: 'PersonPhotoChosen', subject: subject(file.id), body: { choice: ids.next(), attachment: null, over: file.photos.map(({ id }) => id), ...by(caller) } }));
        return done([draft(holder), ...others]);
      }),
    review: ({ person, next, note }, caller) => {
      const review = checkReviewDay(next, 'next');
      if (!review.ok) return review;
      const openEnded = ({ bans }: PersonFile): string[] => bans.filter(({ until, lifted }) => until === null && lifted === null).map(({ id }) => id);
      return onGroup(person, ({ members }) => done(members.map((file) => ({ kind: 'ReviewDone', subject: subject(file.id), body: { next, note, covers: openEnded(file), ...by(caller) } }))));
    },
    merge: ({ into, from }, caller) => {
      const [kept, given] = [files.group(into)?.head, files.group(from)?.head];
      if (kept === undefined || given === undefined) return personUnknown();
      if (kept.id === given.id) return failed('InputInvalid', 'These two are one file already.', 'Choose another one.', 'from');
      const body = { merge: ids.next(), from: given.id, into: kept.id, ...by(caller) };
      return append([kept, given].map(({ id }) => ({ kind: 'PersonFilesMerged', subject: subject(id), body })));
    },
    undoMerge: ({ person, merge }, caller) =>
      onGroup(person, ({ members }) => {
        const merged = members.flatMap(({ merges }) => merges).find(({ id, undone }) => id === merge && !undone);
        if (merged === undefined) return failed('InputInvalid', 'That merge is undone already.', 'Look at the file again.', 'merge');
        return done([merged.into, merged.from].filter((id) => files.find(id) !== undefined).map((id) => ({ kind: 'MergeUndone', subject: subject(id), body: { merge, ...by(caller) } })));
      }),
    link: ({ person, incident }, caller) => {
      if (ledger.state('incident', subjectOf('incident', incident)) === undefined) return failed('IncidentUnknown', 'This site has no such record.', 'Choose one from the list of records.', 'incident');
      return onGroup(person, ({ head, members }) =>
        done(members.some(({ links }) => links.some((link) => link.incident === incident)) ? [] : linkOf(head.id, incident, caller)),
      );
    },
    unlink: ({ person, incident }, caller) =>
      onGroup(person, ({ members }) =>
        done(
          members.flatMap((file): Draft[] => {
            const links = file.links.filter((link) => link.incident === incident).map(({ id }) => id);
            return links.length === 0 ? [] : [subject(file.id), subjectOf('incident', incident)].map((about) => ({ kind: 'PersonUnlinkedFromIncident', subject: about, body: { links, ...by(caller) } }));
          }),
        ),
      ),
  };
};
